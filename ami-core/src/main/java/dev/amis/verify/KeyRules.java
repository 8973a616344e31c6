package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Pages;
import dev.amis.model.Image;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.List;

/** Whether the snapshots behind an image are there, and what can be known of their keys. */
final class KeyRules {

    private KeyRules() {}

    static List<Finding> findings(RegionalProvider region, Image image) {
        if (image.snapshotIds().isEmpty()) {
            return List.of();
        }
        try {
            DescribeSnapshotsRequest question = DescribeSnapshotsRequest.builder()
                    .addAllSnapshotIds(image.snapshotIds())
                    .build();
            List<Snapshot> found = Pages.all(
                    "DescribeSnapshots", token -> region.snapshots().describeSnapshots(question.withNextToken(token)));
            return findings(image, found);
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

    static List<Finding> findings(Image image, List<Snapshot> found) {
        List<Finding> findings = new ArrayList<>();
        for (Snapshot snapshot : found) {
            if (snapshot.state() != SnapshotState.COMPLETED) {
                findings.add(Finding.blocking(
                        snapshot.snapshotId() + " is " + snapshot.stateText(),
                        "a volume can be made of a completed snapshot only",
                        "Wait for it, or make the image anew"));
            }
            if (snapshot.encrypted()) {
                boolean foreign = snapshot.kmsKeyId()
                        .filter(key ->
                                key.value().startsWith("arn:") && !key.value().contains(":" + image.ownerId() + ":"))
                        .isPresent();
                findings.add(Finding.unknown(
                        snapshot.snapshotId() + " is encrypted" + (foreign ? " with a key of another account" : ""),
                        "whether its key is enabled and lets the caller use it, only KMS tells; EC2 ends an instance"
                                + " that cannot be decrypted with Client.InternalError",
                        "Make sure of kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey* and"
                                + " kms:ReEncrypt* for whoever launches it, Auto Scaling's role as well"));
            }
        }
        return List.copyOf(findings);
    }
}
