package dev.amis.benchmarks;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Image;

/** What one would write in an afternoon: list, sort, deregister, delete the snapshots, all of it in sixteen threads. */
final class NaiveRetirement {

    private static final int THREADS = 16;

    private final URI endpoint;

    NaiveRetirement(URI endpoint) {
        this.endpoint = endpoint;
    }

    void keepingLatest(int count) {
        try (Ec2Client ec2 = Served.bare(endpoint).build()) {
            List<Image> images = ec2.describeImages(request -> request.owners("self")).images().stream()
                    .sorted(Comparator.comparing(Image::creationDate).reversed())
                    .skip(count)
                    .toList();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            images.forEach(image -> threads.execute(() -> remove(ec2, image)));
            threads.shutdown();
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("it goes on and on");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Ec2Client ec2, Image image) {
        try {
            ec2.deregisterImage(request -> request.imageId(image.imageId()));
            for (BlockDeviceMapping mapping : image.blockDeviceMappings()) {
                ec2.deleteSnapshot(
                        request -> request.snapshotId(mapping.ebs().snapshotId()));
            }
        } catch (SdkException lost) {
            // Such a loop writes it to a log and goes on.
            System.err.println(lost.getMessage());
        }
    }
}
