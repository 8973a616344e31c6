package dev.amis.naming;

import dev.amis.model.ImageName;
import dev.amis.naming.Element.Literal;
import dev.amis.naming.Element.Part;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of a scheme, and everything that is told from them and one name. */
final class Template {

    private static final String ANY = "*";

    private final Element[] elements;
    private final List<Part> parts;
    private final int version;
    private final int date;
    private final int build;
    private final FamilyPiece[] family;

    /** Either a fixed text, or the value of the element of that number. */
    private record FamilyPiece(String text, int element) {}

    private Template(Element[] elements, List<Part> parts) {
        this.elements = elements;
        this.parts = parts;
        this.version = indexOf(SchemeParser.VERSION);
        this.date = indexOf(SchemeParser.DATE);
        this.build = indexOf(SchemeParser.BUILD);
        this.family = familyPieces(elements).toArray(new FamilyPiece[0]);
    }

    static Template of(SchemeText scheme) {
        List<Element> elements = new SchemeLayout(scheme, new SchemeParser(scheme).parse()).layOut();
        List<Part> parts = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Part part) {
                parts.add(part);
            }
        }
        return new Template(elements.toArray(new Element[0]), List.copyOf(parts));
    }

    List<Part> parts() {
        return parts;
    }

    private int indexOf(String part) {
        for (int i = 0; i < elements.length; i++) {
            if (elements[i] instanceof Part candidate && candidate.name().equals(part)) {
                return i;
            }
        }
        return -1;
    }

    /** Start and end of each element of a name, as {@link Reading#read} gives them; null if the name does not fit. */
    int @Nullable [] read(String name) {
        if (name.length() < ImageName.MIN_LENGTH || name.length() > ImageName.MAX_LENGTH) {
            return null;
        }
        int[] spans = new Reading(elements, name, null).read();
        return spans != null && isAllowed(name, spans) ? spans : null;
    }

    /** Free text may hold what EC2 does not allow in names; all other parts, and what the pattern says itself, cannot. */
    private boolean isAllowed(String name, int[] spans) {
        for (int i = 0; i < elements.length; i++) {
            if (elements[i] instanceof Part part && part.type() instanceof TextType) {
                for (int at = spans[2 * i]; at < spans[2 * i + 1]; at++) {
                    if (!ImageName.allows(name.charAt(at))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Why a name that does not fit does not. */
    String explain(String name) {
        return ImageName.whyNot(name).map(problem -> "it " + problem).orElseGet(() -> {
            Mismatch mismatch = new Mismatch();
            new Reading(elements, name, mismatch).read();
            return mismatch.describe(name);
        });
    }

    @Nullable
    ImageVersion version(String name, int[] spans) {
        String text = value(name, spans, version);
        return text == null ? null : ImageVersion.ofValid(text);
    }

    @Nullable
    LocalDateTime date(String name, int[] spans) {
        boolean absent = date < 0 || spans[2 * date] < 0;
        return absent
                ? null
                : ((DateType) ((Part) elements[date]).type()).pattern().read(name, spans[2 * date]);
    }

    /** The build number, or -1 if the name has none. */
    long build(String name, int[] spans) {
        String text = value(name, spans, build);
        return text == null ? -1 : Long.parseLong(text);
    }

    /** What the parts of a name say, in the order of the pattern; parts that the name lacks are left out. */
    Map<String, String> values(String name, int[] spans) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < elements.length; i++) {
            String value = elements[i] instanceof Part ? value(name, spans, i) : null;
            if (value != null) {
                values.put(((Part) elements[i]).name(), value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static @Nullable String value(String name, int[] spans, int element) {
        int start = element < 0 ? -1 : spans[2 * element];
        return start < 0 ? null : name.substring(start, spans[2 * element + 1]);
    }

    /** The name without what changes from image to image; a moving part is shown whether or not the name has it. */
    String family(String name, int[] spans) {
        String out = "";
        for (FamilyPiece piece : family) {
            if (piece.element() < 0) {
                out = out.concat(piece.text());
            } else if (spans[2 * piece.element()] >= 0) {
                Part part = (Part) elements[piece.element()];
                // Separators that come and go with the value stand right beside it.
                int start = spans[2 * piece.element()] - part.before().length();
                int end = spans[2 * piece.element() + 1] + part.after().length();
                out = out.concat(name.substring(start, end));
            }
        }
        return out;
    }

    /** What families of the scheme are named of, with all that stands in every name of one in one piece. */
    private static List<FamilyPiece> familyPieces(Element[] elements) {
        List<FamilyPiece> pieces = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        for (int i = 0; i < elements.length; i++) {
            if (elements[i] instanceof Literal literal) {
                fixed.append(literal.text());
            } else if (elements[i] instanceof Part part && part.type().moving()) {
                fixed.append(part.before()).append(ANY).append(part.after());
            } else {
                pieces.add(new FamilyPiece(fixed.toString(), -1));
                pieces.add(new FamilyPiece("", i));
                fixed.setLength(0);
            }
        }
        pieces.add(new FamilyPiece(fixed.toString(), -1));
        return pieces;
    }

    /** The pattern of EC2's filters that takes every name of the scheme, and names that look alike. */
    String filterPattern() {
        StringBuilder out = new StringBuilder();
        for (Element element : elements) {
            String text = element instanceof Literal literal ? literal.text() : ANY;
            if (!text.equals(ANY) || out.length() == 0 || out.charAt(out.length() - 1) != '*') {
                out.append(text);
            }
        }
        return out.toString();
    }

    /** Writes a name; a mandatory part without a value appears as the pattern writes it. */
    String write(Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        for (Element element : elements) {
            if (element instanceof Literal literal) {
                out.append(literal.text());
                continue;
            }
            Part part = (Part) element;
            String value = values.get(part.name());
            if (value != null) {
                out.append(part.before()).append(value).append(part.after());
            } else if (!part.optional()) {
                out.append(part.source());
            }
        }
        return out.toString();
    }
}
