package dev.amis.internal;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: lines of a certain width, without control characters. */
public final class TextLines {

    /** The width that reports keep to. */
    public static final int WIDTH = 120;

    private TextLines() {}

    /**
     * Breaks a text into lines, between words where possible.
     *
     * @param text the text
     * @param width how many characters a line may have
     * @return the lines, one empty line for an empty text
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = plain(text);
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /**
     * Appends a text in lines of the common width.
     *
     * @param out where to
     * @param first what the first line begins with
     * @param next what the other lines begin with
     * @param text the text
     */
    public static void append(StringBuilder out, String first, String next, String text) {
        String indent = first;
        for (String line : wrap(text, WIDTH - Math.max(first.length(), next.length()))) {
            out.append((indent + line).stripTrailing()).append('\n');
            indent = next;
        }
    }

    /**
     * Cuts a text.
     *
     * @param text the text
     * @param width how many characters it may have
     * @return the text, the last character replaced by an ellipsis if there were more
     */
    public static String cut(String text, int width) {
        String plain = plain(text);
        return plain.length() <= width ? plain : plain.substring(0, width - 1) + "…";
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return text.replaceAll("\\p{Cntrl}", " ");
            }
        }
        return text;
    }
}
