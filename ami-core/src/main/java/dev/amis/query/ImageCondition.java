package dev.amis.query;

import dev.amis.model.BootMode;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImdsSupport;
import dev.amis.model.TpmSupport;
import dev.amis.naming.NamingScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What EC2 has no filter for, so that it is looked at here, in what EC2 answered. */
public sealed interface ImageCondition {

    /**
     * Tells whether an image fulfils the condition.
     *
     * @param image the image
     * @param now what time it is
     * @return whether it does; not if EC2 did not say what the condition is about
     */
    boolean test(Image image, Instant now);

    /**
     * The name fits a scheme.
     *
     * @param scheme the scheme
     */
    record NameFits(NamingScheme scheme) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.name().map(scheme::matches).orElse(false);
        }

        @Override
        public String toString() {
            return "name like " + scheme;
        }
    }

    /**
     * Instances boot in a mode.
     *
     * @param bootMode the mode
     */
    record BootModeIs(BootMode bootMode) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.bootMode().equals(Optional.of(bootMode));
        }

        @Override
        public String toString() {
            return "boot mode " + bootMode;
        }
    }

    /**
     * Instances use a version of the instance metadata service by default.
     *
     * @param imdsSupport the version
     */
    record ImdsSupportIs(ImdsSupport imdsSupport) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.imdsSupport().equals(Optional.of(imdsSupport));
        }

        @Override
        public String toString() {
            return "IMDS support " + imdsSupport;
        }
    }

    /**
     * Instances have a NitroTPM.
     *
     * @param tpmSupport its version
     */
    record TpmSupportIs(TpmSupport tpmSupport) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.tpmSupport().equals(Optional.of(tpmSupport));
        }

        @Override
        public String toString() {
            return "TPM support " + tpmSupport;
        }
    }

    /**
     * The deprecation date is before an instant.
     *
     * @param instant the instant
     */
    record DeprecatedBefore(Instant instant) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.deprecationTime().map(time -> time.isBefore(instant)).orElse(false);
        }

        @Override
        public String toString() {
            return "deprecated before " + instant;
        }
    }

    /** There is no deprecation date, neither past nor to come. */
    record NoDeprecationDate() implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.deprecationTime().isEmpty();
        }

        @Override
        public String toString() {
            return "no deprecation date";
        }
    }

    /**
     * The last launch was before an instant; an image without a launch does not count.
     *
     * @param instant the instant
     */
    record LastLaunchedBefore(Instant instant) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.lastLaunchedTime().map(time -> time.isBefore(instant)).orElse(false);
        }

        @Override
        public String toString() {
            return "last launched before " + instant;
        }
    }

    /**
     * The last launch was at or after an instant.
     *
     * @param instant the instant
     */
    record LastLaunchedSince(Instant instant) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.lastLaunchedTime().map(time -> !time.isBefore(instant)).orElse(false);
        }

        @Override
        public String toString() {
            return "last launched since " + instant;
        }
    }

    /** EC2 knows of no launch. */
    record NeverLaunched() implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.lastLaunchedTime().isEmpty();
        }

        @Override
        public String toString() {
            return "never launched";
        }
    }

    /**
     * Deregistering is blocked, or not; see {@link DeregistrationProtection#blocksAt}.
     *
     * @param blocked whether it is
     */
    record DeregistrationBlocked(boolean blocked) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.deregistrationProtection().blocksAt(now) == blocked;
        }

        @Override
        public String toString() {
            return blocked ? "protected" : "not protected";
        }
    }

    /**
     * The creation date is longer ago than a while.
     *
     * @param age how long ago
     */
    record OlderThan(Duration age) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.creationDate()
                    .map(date -> date.isBefore(now.minus(age)))
                    .orElse(false);
        }

        @Override
        public String toString() {
            return "older than " + age;
        }
    }

    /**
     * The creation date is less long ago than a while.
     *
     * @param age how long ago
     */
    record NewerThan(Duration age) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return image.creationDate()
                    .map(date -> date.isAfter(now.minus(age)))
                    .orElse(false);
        }

        @Override
        public String toString() {
            return "newer than " + age;
        }
    }

    /**
     * A condition of the caller's own; two are equal only if they hold the same predicate object.
     *
     * @param what the condition in words, for messages
     * @param predicate the condition
     */
    record Matching(String what, Predicate<Image> predicate) implements ImageCondition {
        @Override
        public boolean test(Image image, Instant now) {
            return predicate.test(image);
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
