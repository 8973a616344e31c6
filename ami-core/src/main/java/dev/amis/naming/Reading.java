package dev.amis.naming;

import dev.amis.naming.Element.Literal;
import dev.amis.naming.Element.Part;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to read one name. Elements are taken from left to right: an optional part is taken where it can be, and
 * each value is as short as it can be while the rest of the name still fits. That is one answer for every name, and for
 * names in doubt the one that puts fewer of them into one family.
 */
final class Reading {

    /** Attempts without memory are cheaper for ordinary names; beyond this many steps dead ends are remembered. */
    private static final int STEPS_WITHOUT_MEMORY = 256;

    private final Element[] elements;
    private final String name;
    private final int[] spans;
    private final @Nullable Mismatch mismatch;
    private int steps;
    private boolean @Nullable [] dead;

    Reading(Element[] elements, String name, @Nullable Mismatch mismatch) {
        this.elements = elements;
        this.name = name;
        this.spans = new int[2 * elements.length];
        this.mismatch = mismatch;
    }

    /**
     * Reads the whole name.
     *
     * @return start and end of each element, -1 for an optional part that the name lacks; null if the name does not fit
     */
    int @Nullable [] read() {
        return fits(0, 0) ? spans : null;
    }

    private boolean fits(int index, int at) {
        if (index == elements.length) {
            return at == name.length() || (mismatch != null && failed(mismatch, at, "the end of the name"));
        }
        if (++steps > STEPS_WITHOUT_MEMORY && isDead(index, at)) {
            return false;
        }
        boolean fits = elements[index] instanceof Literal
                ? literal(((Literal) elements[index]).text(), index, at)
                : part((Part) elements[index], index, at);
        if (!fits && dead != null) {
            dead[index * (name.length() + 1) + at] = true;
        }
        return fits;
    }

    private boolean isDead(int index, int at) {
        if (dead == null) {
            dead = new boolean[elements.length * (name.length() + 1)];
        }
        return dead[index * (name.length() + 1) + at];
    }

    private boolean literal(String text, int index, int at) {
        return name.startsWith(text, at) ? fits(index + 1, at + text.length()) : lacks(text, at);
    }

    private boolean part(Part part, int index, int at) {
        if (present(part, index, at)) {
            return true;
        }
        spans[2 * index] = -1;
        spans[2 * index + 1] = -1;
        return part.optional() && fits(index + 1, at);
    }

    private boolean present(Part part, int index, int at) {
        if (!name.startsWith(part.before(), at)) {
            return lacks(part.before(), at);
        }
        int start = at + part.before().length();
        int end = end(part, start, start + 1);
        if (end < 0) {
            return mismatch != null && failed(mismatch, start, part.expectation() + " for " + part.source());
        }
        spans[2 * index] = start;
        for (; end >= 0; end = end(part, start, end + 1)) {
            spans[2 * index + 1] = end;
            boolean fits = name.startsWith(part.after(), end)
                    ? fits(index + 1, end + part.after().length())
                    : lacks(part.after(), end);
            if (fits) {
                return true;
            }
        }
        return false;
    }

    /** Ends that cannot be followed by what must follow are left out, unless it matters how far a name fits. */
    private int end(Part part, int start, int from) {
        boolean leaping = mismatch == null || part.type() instanceof TextType;
        int leapt = leaping ? part.leap(name, from) : from;
        return leapt < 0 ? -1 : part.type().end(name, start, leapt);
    }

    /** Always false; only somebody who wants to know pays for the words. */
    private boolean lacks(String text, int at) {
        return mismatch != null && failed(mismatch, at, "'" + text + "'");
    }

    private static boolean failed(Mismatch mismatch, int at, String expectation) {
        mismatch.add(at, expectation);
        return false;
    }
}
