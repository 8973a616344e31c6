package dev.amis.create;

import dev.amis.error.AmiException;
import dev.amis.internal.TextLines;
import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Image;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.verify.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** What a bake did, what came of it, and what it left behind. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class BakeReport implements WithBakeReport {

    BakeReport() {}

    /**
     * The name of the image.
     *
     * @return the name
     */
    public abstract ImageName name();

    /**
     * The instance that it was made from.
     *
     * @return its id
     */
    public abstract InstanceId instanceId();

    /**
     * Where.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * When the bake began.
     *
     * @return the instant
     */
    public abstract Instant startedAt();

    /**
     * When it ended.
     *
     * @return the instant
     */
    public abstract Instant finishedAt();

    /**
     * What was done.
     *
     * @return the steps in the order in which they ended; those that were not asked for are left out
     */
    public abstract List<BakeStep> steps();

    /**
     * The image that there is now.
     *
     * @return the image; nothing if there is none, or it was removed; of one that is still pending, how it was last seen
     */
    public abstract Optional<Image> image();

    /**
     * How the image stood its test.
     *
     * @return the verification; nothing if there was none in this run
     */
    public abstract Optional<Verification> verification();

    /**
     * What ended the bake before its time.
     *
     * @return the failure; nothing if it went to its end
     */
    public abstract Optional<AmiException> problem();

    /**
     * What should not have stayed as it is and could not be put right.
     *
     * @return sentences for people; running the bake again puts it right
     */
    public abstract List<String> leftBehind();

    /**
     * Tells whether the bake went to its end.
     *
     * @return whether there is an image, and nothing failed
     */
    public boolean succeeded() {
        return problem().isEmpty() && image().isPresent() && leftBehind().isEmpty();
    }

    /**
     * Insists on that.
     *
     * @return the image
     * @throws AmiException what ended the bake
     * @throws IllegalStateException if something else is not as it should be
     */
    public Image orThrow() {
        if (problem().isPresent()) {
            throw problem().get();
        }
        if (!succeeded()) {
            throw new IllegalStateException("the bake of " + name() + " left behind: " + leftBehind());
        }
        return image().orElseThrow();
    }

    /**
     * The report for people: each step begins a line.
     *
     * @return the lines, each with a line break
     */
    public String describe() {
        StringBuilder out = new StringBuilder("bake of " + name() + " from " + instanceId() + " in " + region() + ": "
                + (succeeded() ? "done" : "not done") + "\n");
        for (BakeStep step : steps()) {
            String first = String.format(Locale.ROOT, "  %-8s %-10s ", step.kind(), step.outcome());
            TextLines.append(out, first, " ".repeat(first.length()), step.detail());
        }
        image().ifPresent(image -> TextLines.append(out, "  image: ", "    ", image.toString()));
        problem()
                .ifPresent(
                        problem -> TextLines.append(out, "  problem: ", "    ", String.valueOf(problem.getMessage())));
        leftBehind().forEach(left -> TextLines.append(out, "  left behind: ", "    ", left));
        return out.toString();
    }

    /**
     * The report as JSON: with the tags of the image and with what test instances printed, and without the script that
     * prepared the instance.
     *
     * @return the document
     */
    public String toJson() {
        return BakeReportJson.DOCUMENT.toText(this);
    }

    /**
     * Reads a report that {@link #toJson()} wrote. An exception in it is of the same kind and says the same, without what
     * caused it.
     *
     * @param json the document
     * @return the report
     * @throws IllegalArgumentException if it is no such document, or was changed
     */
    public static BakeReport fromJson(String json) {
        return BakeReportJson.DOCUMENT.ofText(json);
    }

    /** What came of the bake as one line for people. */
    @Override
    public String toString() {
        return "bake of " + name() + ": " + image().map(Image::toString).orElse("no image");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BakeReport} values; each attribute can be set once. */
    public static final class Builder extends ImmutableBakeReport.Builder {
        Builder() {}
    }
}
