package dev.amis.internal;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Tags;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A short text that is the same for the same request, also in another process: what EC2 remembers of a request by which
 * its result is known again after a crash. It must not depend on how values print themselves or in which order they hold
 * things, so every field is spelled out.
 */
public final class RequestDigest {

    private final StringBuilder text = new StringBuilder();

    private RequestDigest() {}

    /**
     * Begins with the kind of request.
     *
     * @param operation the EC2 action
     * @return the digest, to be fed
     */
    public static RequestDigest of(String operation) {
        return new RequestDigest().with("operation", operation);
    }

    /**
     * Feeds a field.
     *
     * @param field its name
     * @param value its value, whose text is stable
     * @return this
     */
    public RequestDigest with(String field, Object value) {
        String plain = value.toString();
        // The length keeps a value that contains a line break from passing for two fields.
        text.append(field)
                .append('=')
                .append(plain.length())
                .append(':')
                .append(plain)
                .append('\n');
        return this;
    }

    /**
     * Feeds a field that may be missing, which differs from an empty one.
     *
     * @param field its name
     * @param value its value
     * @return this
     */
    public RequestDigest with(String field, Optional<?> value) {
        value.ifPresent(present -> with(field, present));
        return this;
    }

    /**
     * Feeds a number that may be missing.
     *
     * @param field its name
     * @param value its value
     * @return this
     */
    public RequestDigest with(String field, OptionalInt value) {
        value.ifPresent(present -> with(field, (Object) present));
        return this;
    }

    /**
     * Feeds tags, whose order does not matter.
     *
     * @param field its name
     * @param tags the tags
     * @return this
     */
    public RequestDigest with(String field, Tags tags) {
        new TreeMap<>(tags.asMap()).forEach((key, value) -> with(field, key).with(field, value));
        return this;
    }

    /**
     * Feeds mappings, whose order does not matter.
     *
     * @param mappings the mappings
     * @return this
     */
    public RequestDigest with(List<BlockDeviceMapping> mappings) {
        mappings.stream()
                .sorted(Comparator.comparing(BlockDeviceMapping::deviceName))
                .forEach(this::with);
        return this;
    }

    /**
     * The digest of all that was fed.
     *
     * @return 32 hexadecimal digits
     */
    public String hex() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void with(BlockDeviceMapping mapping) {
        with("device", mapping.deviceName());
        if (mapping.device() instanceof BlockDeviceMapping.InstanceStore store) {
            with("virtualName", store.virtualName());
        } else if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
            with(ebs.volume());
        } else {
            with("noDevice", "");
        }
    }

    private void with(EbsBlockDevice volume) {
        with("snapshotId", volume.snapshotId())
                .with("volumeSize", volume.volumeSize())
                .with("volumeType", volume.volumeType())
                .with("iops", volume.iops())
                .with("throughput", volume.throughput())
                .with("encrypted", volume.encrypted())
                .with("kmsKeyId", volume.kmsKeyId())
                .with("deleteOnTermination", volume.deleteOnTermination());
    }
}
