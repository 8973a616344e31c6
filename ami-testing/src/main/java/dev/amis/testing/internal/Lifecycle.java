package dev.amis.testing.internal;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.ImageState;
import dev.amis.model.StorageTier;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Deprecation, disabling and protection of images. States that EC2's documents leave open are refused (UNVERIFIED). */
final class Lifecycle {

    static final Duration COOL_DOWN = Duration.ofHours(24);

    private static final int MOST_YEARS = 10;
    private static final int MOST_YEARS_PUBLIC = 2;

    private final World world;
    private final Images images;

    Lifecycle(World world, Images images) {
        this.world = world;
        this.images = images;
    }

    void enableDeprecation(Call call, ImageId id, Instant deprecateAt) {
        ImageRecord record = images.requireOwn(call, id, ImageOperation.DEPRECATE);
        Image image = record.image();
        if (deprecateAt.isBefore(world.now())) {
            throw new Ec2Error("InvalidParameterValue", "The deprecation time " + deprecateAt + " is in the past");
        }
        if (deprecateAt.isAfter(years(world.now(), MOST_YEARS))) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "The deprecation time " + deprecateAt + " is more than " + MOST_YEARS + " years from now");
        }
        if (image.isPublic() && deprecateAt.isAfter(publicLimit(image))) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "The deprecation time " + deprecateAt + " of a public image is more than " + MOST_YEARS_PUBLIC
                            + " years after its creation");
        }
        record.change(one -> one.withDeprecationTime(roundedToMinute(deprecateAt)));
    }

    void disableDeprecation(Call call, ImageId id) {
        ImageRecord record = images.requireOwn(call, id, ImageOperation.DEPRECATE);
        if (record.image().isPublic()) {
            // The code is UNVERIFIED; that it is refused is not.
            throw new Ec2Error(
                    "OperationNotPermitted", "The deprecation of the public image '" + id + "' cannot be cancelled");
        }
        record.change(image -> image.withDeprecationTime(Optional.empty()));
    }

    /** Takes away all launch permissions for good. Disabling twice is refused (UNVERIFIED). */
    void disable(Call call, ImageId id) {
        ImageRecord record = images.requireOwn(call, id, ImageOperation.DISABLE);
        record.permissions().clear();
        record.permissionsChanged();
        record.change(image -> image.withStateText(ImageState.DISABLED.text()));
    }

    void enable(Call call, ImageId id) {
        ImageRecord record = images.requireOwn(call, id, ImageOperation.ENABLE);
        boolean archived = record.image().snapshotIds().stream()
                .flatMap(snapshot -> world.in(call.region()).snapshots().find(snapshot.value()).stream())
                .anyMatch(snapshot -> snapshot.snapshot().storageTier().equals(Optional.of(StorageTier.ARCHIVE)));
        if (archived) {
            throw new Ec2Error(
                    "IncorrectState", "A snapshot of the image '" + id + "' is archived and must be restored first");
        }
        record.change(image -> image.withStateText(ImageState.AVAILABLE.text()));
    }

    DeregistrationProtection protect(Call call, ImageId id, boolean withCooldown) {
        ImageRecord record = images.requireOwn(call, id, ImageOperation.PROTECT);
        DeregistrationProtection protection = withCooldown
                ? DeregistrationProtection.ENABLED_WITH_COOLDOWN
                : DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN;
        record.change(image -> image.withDeregistrationProtection(protection));
        return protection;
    }

    /** Lifting it again while it cools down does not make it cool down faster or longer (UNVERIFIED). */
    DeregistrationProtection unprotect(Call call, ImageId id) {
        ImageRecord record = images.requireOwn(call, id, ImageOperation.PROTECT);
        Mode mode = record.image().deregistrationProtection().mode();
        if (mode == Mode.ENABLED_WITH_COOLDOWN) {
            Instant end = world.now().plus(COOL_DOWN);
            DeregistrationProtection cooling = DeregistrationProtection.coolingDownUntil(end);
            record.change(image -> image.withDeregistrationProtection(cooling));
            world.events().plan(end, at -> endCoolDown(record, cooling));
        } else if (mode != Mode.COOLING_DOWN) {
            record.change(image -> image.withDeregistrationProtection(DeregistrationProtection.DISABLED));
        }
        return record.image().deregistrationProtection();
    }

    private static void endCoolDown(ImageRecord record, DeregistrationProtection cooling) {
        if (record.image().deregistrationProtection().equals(cooling)) {
            record.change(image -> image.withDeregistrationProtection(DeregistrationProtection.DISABLED));
        }
    }

    /** A public image is deprecated two years after it was made, or earlier if it was set so. */
    static void limitDeprecation(ImageRecord record) {
        Instant limit = roundedToMinute(publicLimit(record.image()));
        boolean earlier = record.image()
                .deprecationTime()
                .map(time -> !time.isAfter(limit))
                .orElse(false);
        if (!earlier) {
            record.change(image -> image.withDeprecationTime(limit));
        }
    }

    private static Instant publicLimit(Image image) {
        return image.creationDate().map(made -> years(made, MOST_YEARS_PUBLIC)).orElse(Instant.EPOCH);
    }

    private static Instant years(Instant from, int years) {
        return from.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    private static Instant roundedToMinute(Instant time) {
        return time.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
    }
}
