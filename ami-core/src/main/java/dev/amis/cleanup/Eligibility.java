package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a policy can do anything with an image at all. */
final class Eligibility {

    private static final String BACKUP_TAG = "aws:backup:source-resource";

    private static final Reason UNDATED = new Reason(Kind.NOT_ELIGIBLE, "EC2 does not tell when it was made");
    private static final Reason BACKUP =
            new Reason(Kind.NOT_ELIGIBLE, "managed by AWS Backup, which removes it with its recovery point");

    private final Map<ImageState, Reason> byState = new EnumMap<>(ImageState.class);

    Eligibility(RetentionPolicy policy) {
        for (ImageState state : ImageState.values()) {
            byState.put(state, new Reason(Kind.NOT_ELIGIBLE, "its state is " + state));
        }
        byState.remove(ImageState.AVAILABLE);
        byState.put(ImageState.PENDING, new Reason(Kind.NOT_ELIGIBLE, "still being made"));
        if (policy.retirement().verdict() == Verdict.DEREGISTER) {
            byState.put(ImageState.DEREGISTERED, new Reason(Kind.DONE_ALREADY, "deregistered already"));
            considerRemoving(policy);
        } else {
            byState.put(ImageState.DISABLED, new Reason(Kind.DONE_ALREADY, "disabled already"));
        }
    }

    private void considerRemoving(RetentionPolicy policy) {
        if (policy.includingDisabled() || policy.retirement() instanceof Stages) {
            byState.remove(ImageState.DISABLED);
        } else {
            byState.put(
                    ImageState.DISABLED, new Reason(Kind.NOT_ELIGIBLE, "disabled, and the policy leaves such alone"));
        }
        if (policy.includingFailed()) {
            byState.remove(ImageState.FAILED);
        } else {
            byState.put(
                    ImageState.FAILED,
                    new Reason(Kind.NOT_ELIGIBLE, "could not be made, and the policy leaves such alone"));
        }
    }

    /** Why nothing can be done with it; null if something can. */
    @Nullable
    Reason whyNot(Image image) {
        Reason state = byState.get(image.state());
        if (state != null) {
            return state;
        }
        if (image.creationDate().isEmpty()) {
            return UNDATED;
        }
        return image.tags().contains(BACKUP_TAG) ? BACKUP : null;
    }
}
