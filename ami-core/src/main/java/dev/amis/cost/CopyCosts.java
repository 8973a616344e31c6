package dev.amis.cost;

import dev.amis.internal.TextLines;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What copying an image costs. The first copy to a Region, or under another key, is a full one; later ones may cost less.
 *
 * @param from the Region of the image
 * @param imageId the image
 * @param pricesAsOf the day that the prices are of
 * @param retrieval restoring what is archived before it can be copied, once for all Regions
 * @param copies the costs in each Region
 * @param uncounted what is in no sum
 */
public record CopyCosts(
        Region from,
        ImageId imageId,
        LocalDate pricesAsOf,
        Cost retrieval,
        List<CopyCost> copies,
        List<Uncounted> uncounted) {

    /** Makes the costs of copies of the lists. */
    public CopyCosts {
        copies = List.copyOf(copies);
        uncounted = List.copyOf(uncounted);
    }

    /**
     * All that is paid once: sending the data to all of the Regions, and restoring what is archived.
     *
     * @return the sum
     */
    public Cost once() {
        return retrieval.plus(Cost.sum(copies.stream().map(CopyCost::transfer).toList()));
    }

    /**
     * Storing all of the copies, per month.
     *
     * @return the sum
     */
    public Cost perMonth() {
        return Cost.sum(copies.stream().map(CopyCost::perMonth).toList());
    }

    /**
     * The costs for a terminal, at most 120 characters wide.
     *
     * @return lines
     */
    public String describe() {
        StringBuilder out = new StringBuilder();
        TextLines.append(
                out,
                "",
                "  ",
                "What copying " + imageId + " from " + from + " costs, by list prices of " + pricesAsOf + ": once "
                        + once() + "; per month " + perMonth());
        line(out, "to", "once, at most", "measured", "a month, at most", "measured");
        copies.forEach(copy -> line(
                out,
                copy.to(),
                copy.transfer().upperBoundText(),
                copy.transfer().measuredText(),
                copy.perMonth().upperBoundText(),
                copy.perMonth().measuredText()));
        if (!retrieval.equals(Cost.ZERO)) {
            TextLines.append(out, "  ", "    ", "restoring it from the archive first: " + retrieval);
        }
        CostText.gaps(out, uncounted);
        return out.toString();
    }

    private static void line(StringBuilder out, Object... cells) {
        out.append(String.format(Locale.ROOT, "  %-16s  %16s  %16s  %18s  %18s", cells)
                        .stripTrailing())
                .append('\n');
    }
}
