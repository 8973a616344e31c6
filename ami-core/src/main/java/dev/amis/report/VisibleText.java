package dev.amis.report;

/**
 * Texts of others as they may stand before somebody who approves by reading: one line, and no character that hides, or
 * changes the order of, what is around it.
 */
final class VisibleText {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private VisibleText() {}

    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> visible.appendCodePoint(shown(character)));
        return visible.toString();
    }

    private static int shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> REPLACEMENT;
            case Character.FORMAT -> isJoiner(character) ? character : REPLACEMENT;
            default -> isNoCharacter(character) ? REPLACEMENT : character;
        };
    }

    /** Some scripts, and emoji, are not written without them. */
    private static boolean isJoiner(int character) {
        return character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
    }

    /** Code points that Unicode never gives a meaning; XML refuses some of them. */
    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }
}
