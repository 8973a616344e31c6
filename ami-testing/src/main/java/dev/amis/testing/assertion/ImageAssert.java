package dev.amis.testing.assertion;

import dev.amis.model.AccountId;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on an image. Made by {@link AmiAssertions#assertThat(Image)}. */
@SuppressWarnings("exports") // AssertJ is there wherever this is used
public final class ImageAssert extends AbstractObjectAssert<ImageAssert, Image> {

    ImageAssert(Image actual) {
        super(actual, ImageAssert.class);
    }

    /**
     * Asserts that the image is ready to launch.
     *
     * @return this
     */
    public ImageAssert isAvailable() {
        return hasState(ImageState.AVAILABLE);
    }

    /**
     * Asserts that the image is still being made.
     *
     * @return this
     */
    public ImageAssert isPending() {
        return hasState(ImageState.PENDING);
    }

    /**
     * Asserts that the image is taken out of use.
     *
     * @return this
     */
    public ImageAssert isDisabled() {
        return hasState(ImageState.DISABLED);
    }

    /**
     * Asserts that making the image failed.
     *
     * @return this
     */
    public ImageAssert isFailed() {
        return hasState(ImageState.FAILED);
    }

    /**
     * Asserts the state.
     *
     * @param expected the state
     * @return this
     */
    public ImageAssert hasState(ImageState expected) {
        return check(image().state() == expected, "be " + expected, image().stateText() + reason());
    }

    /**
     * Asserts the name.
     *
     * @param expected the name
     * @return this
     */
    public ImageAssert hasName(String expected) {
        return check(
                image().name().equals(Optional.of(expected)),
                "have the name '" + expected + "'",
                image().name().orElse("none"));
    }

    /**
     * Asserts whose the image is.
     *
     * @param expected the account
     * @return this
     */
    public ImageAssert isOwnedBy(AccountId expected) {
        return check(image().ownerId().equals(expected), "be owned by " + expected, image().ownerId());
    }

    /**
     * Asserts where the image is.
     *
     * @param expected the Region
     * @return this
     */
    public ImageAssert isIn(Region expected) {
        return check(image().region().equals(expected), "be in " + expected, image().region());
    }

    /**
     * Asserts that there is a tag with a value.
     *
     * @param key the key
     * @param value the value
     * @return this
     */
    public ImageAssert hasTag(String key, String value) {
        Optional<String> tag = image().tags().get(key);
        return check(
                tag.equals(Optional.of(value)),
                "have the tag " + key + " = '" + value + "'",
                tag.map(found -> "'" + found + "'").orElse("no such tag among " + image().tags()));
    }

    /**
     * Asserts that there is no tag of a key.
     *
     * @param key the key
     * @return this
     */
    public ImageAssert hasNoTag(String key) {
        return check(!image().tags().contains(key), "have no tag " + key, "one of that key");
    }

    /**
     * Asserts that the image is deprecated at an instant.
     *
     * @param now the instant
     * @return this
     */
    public ImageAssert isDeprecatedAt(Instant now) {
        return check(image().isDeprecatedAt(now), "be deprecated at " + now, deprecation());
    }

    /**
     * Asserts that the image is not deprecated at an instant; it may be later.
     *
     * @param now the instant
     * @return this
     */
    public ImageAssert isNotDeprecatedAt(Instant now) {
        return check(!image().isDeprecatedAt(now), "not be deprecated at " + now, deprecation());
    }

    /**
     * Asserts when the image becomes or became deprecated.
     *
     * @param expected the instant, a full minute
     * @return this
     */
    public ImageAssert hasDeprecationTime(Instant expected) {
        return check(
                image().deprecationTime().equals(Optional.of(expected)),
                "have the deprecation time " + expected,
                deprecation());
    }

    /**
     * Asserts that protection keeps the image from being deregistered at an instant.
     *
     * @param now the instant
     * @return this
     */
    public ImageAssert isProtectedAt(Instant now) {
        return check(
                image().deregistrationProtection().blocksAt(now),
                "be protected at " + now,
                image().deregistrationProtection());
    }

    /**
     * Asserts that the image has EBS volumes, and that all of them are encrypted.
     *
     * @return this
     */
    public ImageAssert isEncrypted() {
        List<String> open = devices(false);
        boolean encrypted = open.isEmpty() && !devices(true).isEmpty();
        return check(encrypted, "be encrypted", open.isEmpty() ? "no volume" : "no encryption of " + open);
    }

    /**
     * Asserts that none of the image's EBS volumes is encrypted.
     *
     * @return this
     */
    public ImageAssert isNotEncrypted() {
        return check(devices(true).isEmpty(), "not be encrypted", "encryption of " + devices(true));
    }

    /**
     * Asserts that everybody may launch the image.
     *
     * @return this
     */
    public ImageAssert isPublic() {
        return check(image().isPublic(), "be public", "no permission for everyone");
    }

    /**
     * Asserts that not everybody may launch the image; it may be shared.
     *
     * @return this
     */
    public ImageAssert isNotPublic() {
        return check(!image().isPublic(), "not be public", "permission for everyone");
    }

    /**
     * Asserts which image this one was made from.
     *
     * @param source the other image
     * @return this
     */
    public ImageAssert isMadeFrom(Image source) {
        return check(
                image().sourceImageId().equals(Optional.of(source.imageId())),
                "be made from " + source,
                image().sourceImageId().map(Object::toString).orElse("no source"));
    }

    private ImageAssert check(boolean holds, String expectation, Object found) {
        if (!holds) {
            failWithMessage("%nExpecting image%n  %s%nto %s%nbut found%n  %s", image(), expectation, found);
        }
        return this;
    }

    private Image image() {
        isNotNull();
        return Objects.requireNonNull(actual);
    }

    private String reason() {
        return image().stateReason().map(reason -> " because of " + reason).orElse("");
    }

    private String deprecation() {
        return image().deprecationTime().map(time -> "deprecation at " + time).orElse("no deprecation time");
    }

    private List<String> devices(boolean encrypted) {
        return image().blockDeviceMappings().stream()
                .filter(mapping -> mapping.ebsVolume()
                        .filter(volume -> isEncrypted(volume) == encrypted)
                        .isPresent())
                .map(BlockDeviceMapping::deviceName)
                .toList();
    }

    private static boolean isEncrypted(EbsBlockDevice volume) {
        return volume.encrypted().orElse(false);
    }
}
