package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Pages;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the snapshots behind an image are there, and whether their keys, of which each is looked at once, stand in the way. */
final class SnapshotRules {

    private SnapshotRules() {}

    static List<Finding> findings(Session session, Image image) {
        if (image.snapshotIds().isEmpty()) {
            return List.of();
        }
        try {
            return findings(
                    read(session.here(), image), new KeyRules(session.here().keys(), session.account()));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return List.of(Finding.unknown(
                    "the snapshots of the image could not be looked at",
                    unread.failure().reason(),
                    "Snapshots of a shared image show only to accounts that they are shared with, which launching does"
                            + " not need; if the image is one's own, look for what is gone"));
        }
    }

    private static List<Snapshot> read(RegionalProvider region, Image image) {
        DescribeSnapshotsRequest question = DescribeSnapshotsRequest.builder()
                .addAllSnapshotIds(image.snapshotIds())
                .build();
        return Pages.all(
                "DescribeSnapshots", token -> region.snapshots().describeSnapshots(question.withNextToken(token)));
    }

    static List<Finding> findings(List<Snapshot> found, KeyRules keys) {
        List<Finding> findings = new ArrayList<>();
        Map<KmsKeyId, List<SnapshotId>> encrypted = new LinkedHashMap<>();
        for (Snapshot snapshot : found) {
            if (snapshot.state() != SnapshotState.COMPLETED) {
                findings.add(Finding.blocking(
                        snapshot.snapshotId() + " is " + snapshot.stateText(),
                        "a volume can be made of a completed snapshot only",
                        "Wait for it, or make the image anew"));
            }
            // A name that is no ARN means another key to another account.
            if (snapshot.encrypted()
                    && snapshot.kmsKeyId().filter(KmsKeyId::isArn).isEmpty()) {
                findings.add(
                        KeyRules.unread(snapshot.snapshotId() + " is encrypted", "EC2 does not tell with which key"));
            } else if (snapshot.encrypted()) {
                encrypted
                        .computeIfAbsent(snapshot.kmsKeyId().orElseThrow(), key -> new ArrayList<>())
                        .add(snapshot.snapshotId());
            }
        }
        encrypted.forEach((key, snapshots) -> findings.addAll(keys.findings(key, snapshots)));
        return List.copyOf(findings);
    }
}
