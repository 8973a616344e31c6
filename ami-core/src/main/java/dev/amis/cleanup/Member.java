package dev.amis.cleanup;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOrder;
import dev.amis.model.ImageState;
import dev.amis.plan.Action;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One image under review, and all of it that matters from then on. There may be a million of them, far apart in memory:
 * each image is looked into once, in the order in which the provider listed it.
 */
final class Member implements Comparable<Member> {

    /** In the year 2106; dates beyond are told apart by comparing. */
    private static final long LAST_SECOND = (1L << 32) - 1;

    private final Image image;
    private final ImageId imageId;
    private final String name;
    private final Optional<Instant> created;
    private final long second;
    private final int nano;
    private final boolean available;
    private final long volumeGib;
    private List<Reason> reasons;
    private @Nullable PlannedAction action;
    private @Nullable PlannedAction next;

    /**
     * Looks into an image.
     *
     * @param reasons what keeps it, as far as that can be told without the others of its family
     * @param action what is done with it if nothing else keeps it; null if something does
     */
    Member(Image image, List<Reason> reasons, @Nullable PlannedAction action) {
        this.image = image;
        this.imageId = image.imageId();
        this.name = image.name().orElse("");
        this.created = image.creationDate();
        Instant date = created.orElse(Instant.MIN);
        this.second = date.getEpochSecond();
        this.nano = date.getNano();
        this.available = image.state() == ImageState.AVAILABLE;
        this.volumeGib = volumeGib(image.blockDeviceMappings());
        this.action = action;
        this.reasons = reasons;
    }

    Image image() {
        return image;
    }

    ImageId imageId() {
        return imageId;
    }

    String name() {
        return name;
    }

    Optional<Instant> created() {
        return created;
    }

    /** A number that is greater for an older image, if they differ by a millisecond; at most 42 bits. */
    long age() {
        long millis = Math.max(0, Math.min(second, LAST_SECOND)) * 1_000 + nano / 1_000_000;
        return LAST_SECOND * 1_000 + 999 - millis;
    }

    boolean isAvailable() {
        return available;
    }

    long volumeGib() {
        return volumeGib;
    }

    /** What is done with it, made on the first look; for one that stays there may be none. */
    @Nullable
    PlannedAction action() {
        return action;
    }

    /** What keeps it; empty if nothing does. */
    List<Reason> reasons() {
        return reasons;
    }

    boolean isRetired() {
        return reasons.isEmpty();
    }

    /** Whether something keeps it; what is done already, or on its way out, only stays for now. */
    boolean staysAsItIs() {
        if (isRetired()) {
            return false;
        }
        Kind kind = reasons.get(0).kind();
        return kind != Kind.DONE_ALREADY && kind != Kind.WAITING;
    }

    /** What is done with it after that. */
    @Nullable
    PlannedAction nextAction() {
        return next;
    }

    /** What the plan makes of it. */
    Verdict verdict() {
        if (!isRetired() || action == null) {
            return Verdict.KEEP;
        }
        Action first = action.action();
        return first instanceof Action.Deregister
                ? Verdict.DEREGISTER
                : first instanceof Action.Deprecate ? Verdict.DEPRECATE : Verdict.DISABLE;
    }

    void retireBy(Actions actions) {
        this.action = actions.on(image);
        this.next = actions.after(image);
    }

    void keep(List<Reason> why) {
        this.reasons = why;
    }

    /** The order of {@link ImageOrder#NEWEST_FIRST}, without looking into the image where dates differ. */
    @Override
    public int compareTo(Member other) {
        int order = Long.compare(other.second, second);
        if (order == 0) {
            order = Integer.compare(other.nano, nano);
        }
        return order == 0 ? ImageOrder.NEWEST_FIRST.compare(image, other.image) : order;
    }

    private static long volumeGib(List<BlockDeviceMapping> mappings) {
        long sum = 0;
        for (BlockDeviceMapping mapping : mappings) {
            if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
                sum += ebs.volume().volumeSize().orElse(0);
            }
        }
        return sum;
    }
}
