package dev.amis.naming;

import dev.amis.model.ImageName;
import dev.amis.naming.Element.Literal;
import dev.amis.naming.Element.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts a pattern into literals and parts; where the separators of optional parts belong is for {@link SchemeLayout}. */
final class SchemeParser {

    static final String VERSION = "version";
    static final String DATE = "date";
    static final String BUILD = "build";

    private static final String DEFAULT_DATE = "yyyyMMdd";

    private final SchemeText scheme;
    private final String pattern;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * An element and the index at which it begins in the pattern.
     *
     * @param element the element
     * @param index where it begins
     */
    record Piece(Element element, int index) {}

    SchemeParser(SchemeText scheme) {
        this.scheme = scheme;
        this.pattern = scheme.pattern();
    }

    List<Piece> parse() {
        int at = 0;
        while (at < pattern.length()) {
            at = pattern.charAt(at) == '{' ? part(at) : literal(at);
        }
        if (names.isEmpty()) {
            throw scheme.wrong(0, "it has no part such as {version} or {date}");
        }
        return pieces;
    }

    private int literal(int from) {
        int at = from;
        for (; at < pattern.length() && pattern.charAt(at) != '{'; at++) {
            if (pattern.charAt(at) == '}') {
                throw scheme.wrong(at, "'}' closes no brace");
            }
            checkAllowed(at);
        }
        pieces.add(new Piece(new Literal(pattern.substring(from, at)), from));
        return at;
    }

    private void checkAllowed(int at) {
        if (!ImageName.allows(pattern.charAt(at))) {
            throw scheme.wrong(
                    at, "'" + Character.toString(pattern.codePointAt(at)) + "' is not allowed in an image's name");
        }
    }

    private int part(int open) {
        int close = pattern.indexOf('}', open);
        int nested = pattern.indexOf('{', open + 1);
        if (close < 0 || (nested >= 0 && nested < close)) {
            throw scheme.wrong(open, "'{' is never closed");
        }
        int colon = pattern.indexOf(':', open);
        boolean specified = colon >= 0 && colon < close;
        int headEnd = specified ? colon : close;
        boolean optional = pattern.charAt(headEnd - 1) == '?';
        int nameEnd = optional ? headEnd - 1 : headEnd;
        String name = name(open + 1, nameEnd);
        PartType type = specified ? specified(name, colon + 1, close) : plain(name);
        pieces.add(new Piece(Part.of(name, type, optional, pattern.substring(open, close + 1)), open));
        return close + 1;
    }

    private String name(int from, int to) {
        for (int at = from; at < to; at++) {
            char c = pattern.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = VersionText.isDigit(c) || c == '-' || c == '_';
            if (!letter && !(later && at > from)) {
                throw scheme.wrong(
                        at,
                        "'" + c + "' cannot stand there in a part's name, which is a letter followed by letters, "
                                + "digits, '-' and '_'");
            }
        }
        String name = pattern.substring(from, to);
        if (name.isEmpty()) {
            throw scheme.wrong(from, "the part has no name");
        }
        if (!names.add(name)) {
            throw scheme.wrong(from, "the part '" + name + "' stands there twice");
        }
        return name;
    }

    private PartType plain(String name) {
        return switch (name) {
            case VERSION -> new VersionType();
            case BUILD -> new BuildType();
            case DATE -> new DateType(new DatePatternParser(scheme, 0, DEFAULT_DATE).parse());
            default -> new TextType();
        };
    }

    private PartType specified(String name, int from, int to) {
        return switch (name) {
            case VERSION, BUILD -> throw scheme.wrong(from - 1, "the part '" + name + "' takes nothing after ':'");
            case DATE -> new DateType(new DatePatternParser(scheme, from, pattern.substring(from, to)).parse());
            default -> choice(name, from, to);
        };
    }

    private ChoiceType choice(String name, int from, int to) {
        List<String> words = new ArrayList<>();
        int wordStart = from;
        for (int at = from; at <= to; at++) {
            if (at < to && pattern.charAt(at) != '|') {
                checkAllowed(at);
                continue;
            }
            String word = pattern.substring(wordStart, at);
            if (word.isEmpty()) {
                throw scheme.wrong(at, "the part '" + name + "' has an empty choice");
            }
            if (words.contains(word)) {
                throw scheme.wrong(wordStart, "the part '" + name + "' has the choice '" + word + "' twice");
            }
            words.add(word);
            wordStart = at + 1;
        }
        return ChoiceType.of(words);
    }
}
