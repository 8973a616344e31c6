package dev.amis.create;

import dev.amis.error.AmiException;
import dev.amis.internal.TextLines;
import dev.amis.plan.ChangeReport;
import java.util.List;
import java.util.Optional;

/**
 * What became of an unfinished bake that was taken back, or ended with its image kept.
 *
 * @param bake the bake as it was found
 * @param steps what was done; none if there was nothing left to do
 * @param removal how the image was removed, which {@code Amis.undo} takes back as far as the Recycle Bin allows
 * @param problem what kept it from being ended; its marks stay then, so that it is found again
 */
public record EndedBake(
        UnfinishedBake bake, List<BakeStep> steps, Optional<ChangeReport> removal, Optional<AmiException> problem) {

    /** Makes a value of a copy of the steps. */
    public EndedBake {
        steps = List.copyOf(steps);
    }

    /**
     * Tells whether nothing is left of it but what was to stay.
     *
     * @return whether there was no problem
     */
    public boolean succeeded() {
        return problem().isEmpty();
    }

    /**
     * Insists on that.
     *
     * @return this
     * @throws AmiException the problem
     */
    public EndedBake orThrow() {
        problem.ifPresent(thrown -> {
            throw thrown;
        });
        return this;
    }

    /**
     * What was done for people: each step begins a line.
     *
     * @return the lines, each with a line break
     */
    public String describe() {
        StringBuilder out = new StringBuilder();
        TextLines.append(out, "", "    ", bake.toString());
        steps.forEach(step -> TextLines.append(out, "  ", "    ", step.toString()));
        problem.ifPresent(thrown -> TextLines.append(out, "  problem: ", "    ", String.valueOf(thrown.getMessage())));
        return out.toString();
    }
}
