package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.Pages;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceRules;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.RegisterImageRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Looks whether an image can stand on the snapshots, so that what is wrong is said in words before anything happens. */
final class SourceSnapshots {

    private SourceSnapshots() {}

    static void check(RegionalProvider ports, RegisterImageRequest request) {
        List<SnapshotId> ids = request.blockDeviceMappings().stream()
                .flatMap(mapping -> mapping.snapshotId().stream())
                .distinct()
                .toList();
        DescribeSnapshotsRequest question =
                DescribeSnapshotsRequest.builder().addAllSnapshotIds(ids).build();
        List<Snapshot> found = Pages.all(
                "DescribeSnapshots", token -> ports.snapshots().describeSnapshots(question.withNextToken(token)));
        for (SnapshotId id : ids) {
            if (found.stream().noneMatch(snapshot -> snapshot.snapshotId().equals(id))) {
                throw new NotFoundException(failure(ports, id, "there is no such snapshot that this account can see")
                        .build());
            }
        }
        found.forEach(snapshot -> checkState(ports, snapshot));
        checkMappings(ports, request, found);
    }

    private static void checkState(RegionalProvider ports, Snapshot snapshot) {
        if (snapshot.state() != SnapshotState.COMPLETED) {
            boolean grows = snapshot.state() == SnapshotState.PENDING;
            throw new ConflictException(failure(
                            ports,
                            snapshot.snapshotId(),
                            "the snapshot is " + snapshot.stateText()
                                    + (grows && snapshot.progress().isPresent()
                                            ? " at " + snapshot.progress().getAsInt() + " %"
                                            : "")
                                    + snapshot.stateMessage()
                                            .map(message -> " (" + message + ")")
                                            .orElse(""))
                    .advice(grows ? "Register the image once the snapshot is completed" : "Use another snapshot")
                    .build());
        }
    }

    private static void checkMappings(RegionalProvider ports, RegisterImageRequest request, List<Snapshot> found) {
        BlockDeviceContext context = BlockDeviceContext.builder()
                .operation(BlockDeviceContext.Operation.REGISTER_IMAGE)
                .virtualizationType(request.virtualizationType())
                .rootDeviceName(request.rootDeviceName())
                .addAllSnapshots(found)
                .build();
        List<BlockDeviceRules.Violation> violations =
                BlockDeviceRules.violations(context, request.blockDeviceMappings());
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(Failure.of(
                            "RegisterImage",
                            violations.stream()
                                    .map(BlockDeviceRules.Violation::message)
                                    .collect(Collectors.joining("; ")))
                    .resource(request.name().value())
                    .region(ports.region())
                    .build());
        }
    }

    private static Failure.Builder failure(RegionalProvider ports, SnapshotId snapshot, String reason) {
        return Failure.of("RegisterImage", reason).resource(snapshot.value()).region(ports.region());
    }
}
