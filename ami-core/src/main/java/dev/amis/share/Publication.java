package dev.amis.share;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.internal.Subject;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.LaunchPermission;
import dev.amis.plan.Plan;
import dev.amis.spi.BlockPublicAccessPort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Plans making an image public, and says what that means. */
final class Publication {

    private static final String TASK = "ModifyImageAttribute";
    private static final int YEARS_UNTIL_DEPRECATED = 2;

    private final Subject subject;

    Publication(Subject subject) {
        this.subject = subject;
    }

    void plan(Plan.Builder plan) {
        Image image = subject.read(TASK, ImageOperation.SHARE);
        PermissionSteps steps = new PermissionSteps(subject, plan);
        if (steps.launchPermissions().contains(LaunchPermission.EVERYONE)) {
            return;
        }
        refuseEncrypted(image);
        refuseProduct(image);
        refuseBlocked(plan);
        steps.changeImage(Set.of(LaunchPermission.EVERYONE), Set.of());
        explain(plan, image);
    }

    private void explain(Plan.Builder plan, Image image) {
        plan.addNote("everybody in the world can find the image, launch it, and read all data on its volumes: keys,"
                + " histories and passwords that were left there as well");
        plan.addNote(
                "what others launched or copied meanwhile stays theirs after undoing it, and the deprecation date that"
                        + " EC2 sets stays, too");
        plan.addNote("the account's number is shown as the owner");
        plan.addNote("it counts to the quota of public images, 5 in a Region unless raised");
        plan.addNote("EC2 deprecates public images " + YEARS_UNTIL_DEPRECATED + " years after they were made"
                + image.creationDate().map(Publication::deprecated).orElse("")
                + ", and takes public access from those unused for 6 months afterwards");
    }

    private static String deprecated(Instant created) {
        return ", this one at "
                + created.atOffset(ZoneOffset.UTC)
                        .plusYears(YEARS_UNTIL_DEPRECATED)
                        .toInstant();
    }

    private void refuseEncrypted(Image image) {
        image.blockDeviceMappings().stream()
                .filter(mapping -> mapping.ebsVolume()
                        .flatMap(volume -> volume.encrypted())
                        .orElse(false))
                .findFirst()
                .ifPresent(mapping -> {
                    throw new InvalidRequestException(subject.failure(
                                    TASK,
                                    "the volume " + mapping.deviceName()
                                            + " is encrypted, and encrypted images cannot be public")
                            .advice("Make the image anew from unencrypted volumes")
                            .build());
                });
    }

    private void refuseProduct(Image image) {
        if (!image.productCodes().isEmpty()) {
            throw new InvalidRequestException(
                    subject.failure(TASK, "the image carries a product code, and images of products cannot be public")
                            .advice("Offer it in the AWS Marketplace instead")
                            .build());
        }
    }

    private void refuseBlocked(Plan.Builder plan) {
        Optional<BlockPublicAccessPort> port = subject.ec2().blockPublicAccess();
        if (port.isEmpty()) {
            plan.addNote("whether the account blocks public access could not be looked at");
            return;
        }
        if (port.get().isBlocked()) {
            throw new ConflictException(
                    subject.failure(TASK, "the account blocks public access to images in this Region")
                            .advice(
                                    "If public images are meant to be possible, call DisableImageBlockPublicAccess first; where a"
                                            + " declarative policy manages the setting, only the organization can change it")
                            .build());
        }
    }
}
