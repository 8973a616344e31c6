package dev.amis.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/**
 * Removes what carries the mark of a run, whichever run it was, and nothing else. It uses the SDK alone, so that it does not
 * depend on what is under test.
 */
final class Sweep {

    private static final Set<String> GONE = Set.of(
            "InvalidAMIID.NotFound",
            "InvalidAMIID.Unavailable",
            "InvalidSnapshot.NotFound",
            "InvalidInstanceID.NotFound");

    private static final Filter MARKED =
            Filter.builder().name("tag-key").values(RunTag.KEY).build();

    private static final Filter ALIVE = Filter.builder()
            .name("instance-state-name")
            .values("pending", "running", "stopping", "stopped")
            .build();

    private final Ec2Client ec2;
    private final List<String> failures = new ArrayList<>();

    private Sweep(Ec2Client ec2) {
        this.ec2 = ec2;
    }

    /**
     * Removes what is marked in a client's Region.
     *
     * @throws IllegalStateException if something could not be removed, with what and why; all else is removed
     */
    static void of(Ec2Client ec2) {
        Sweep sweep = new Sweep(ec2);
        sweep.instances().forEach(id -> sweep.remove(id, () -> ec2.terminateInstances(asked -> asked.instanceIds(id))));
        sweep.images().forEach(image -> sweep.remove(image.imageId(), () -> sweep.deregister(image)));
        // No snapshot is deleted that an image needs, because the images went first.
        sweep.snapshots().forEach(id -> sweep.remove(id, () -> ec2.deleteSnapshot(asked -> asked.snapshotId(id))));
        if (!sweep.failures.isEmpty()) {
            throw new IllegalStateException(
                    "left in " + ec2.serviceClientConfiguration().region() + ", to be removed by"
                            + " the next run or by hand: " + sweep.failures);
        }
    }

    /** What is marked in a client's Region, ids of any kind. */
    static List<String> left(Ec2Client ec2) {
        Sweep sweep = new Sweep(ec2);
        List<String> left = new ArrayList<>(sweep.instances());
        sweep.images().forEach(image -> left.add(image.imageId()));
        left.addAll(sweep.snapshots());
        return left;
    }

    private List<String> instances() {
        return ec2.describeInstancesPaginator(asked -> asked.filters(MARKED, ALIVE)).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .map(Instance::instanceId)
                .toList();
    }

    private List<Image> images() {
        return ec2
                .describeImagesPaginator(asked -> asked.owners("self")
                        .filters(MARKED)
                        .includeDeprecated(true)
                        .includeDisabled(true))
                .images()
                .stream()
                .toList();
    }

    private List<String> snapshots() {
        return ec2.describeSnapshotsPaginator(asked -> asked.ownerIds("self").filters(MARKED)).snapshots().stream()
                .map(Snapshot::snapshotId)
                .toList();
    }

    private void deregister(Image image) {
        String protection = String.valueOf(image.deregistrationProtection());
        if (protection.startsWith("enabled")) {
            ec2.disableImageDeregistrationProtection(asked -> asked.imageId(image.imageId()));
        }
        ec2.deregisterImage(asked -> asked.imageId(image.imageId()));
    }

    private void remove(String id, Runnable removal) {
        try {
            removal.run();
        } catch (Ec2Exception refused) {
            String code = refused.awsErrorDetails().errorCode();
            if (!GONE.contains(code)) {
                failures.add(id + " (" + code + ": " + refused.awsErrorDetails().errorMessage() + ")");
            }
        }
    }
}
