package dev.amis.naming;

import dev.amis.model.ImageName;
import dev.amis.naming.Element.Literal;
import dev.amis.naming.Element.Part;
import dev.amis.naming.SchemeParser.Piece;
import java.util.ArrayList;
import java.util.List;

/** Gives optional parts their separators, and refuses schemes whose names could not be read or could not exist. */
final class SchemeLayout {

    private static final String SEPARATORS = "-_./@ ";

    private final SchemeText scheme;
    private final List<Piece> pieces;

    SchemeLayout(SchemeText scheme, List<Piece> pieces) {
        this.scheme = scheme;
        this.pieces = new ArrayList<>(pieces);
    }

    List<Element> layOut() {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).element() instanceof Part part && part.optional()) {
                giveSeparator(part, i);
            }
        }
        pieces.removeIf(piece -> text(piece).isEmpty());
        checkTouching();
        checkLength();
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            elements.add(withFollower(i));
        }
        return elements;
    }

    private void giveSeparator(Part part, int i) {
        String before = i > 0 ? literal(i - 1) : "";
        int cut = before.length();
        while (cut > 0 && isSeparator(before.charAt(cut - 1))) {
            cut--;
        }
        if (cut < before.length()) {
            replace(i - 1, new Literal(before.substring(0, cut)));
            replace(i, part.separatedBy(before.substring(cut), ""));
            return;
        }
        String after = isFirst(i) && i + 1 < pieces.size() ? literal(i + 1) : "";
        cut = 0;
        while (cut < after.length() && isSeparator(after.charAt(cut))) {
            cut++;
        }
        if (cut == 0) {
            throw scheme.wrong(
                    pieces.get(i).index(),
                    "the optional part " + part.source() + " has no separator of its own, out of - _ . / @ and space");
        }
        replace(i + 1, new Literal(after.substring(cut)));
        replace(i, part.separatedBy("", after.substring(0, cut)));
    }

    /** Whether nothing that every name has stands in front. */
    private boolean isFirst(int i) {
        return pieces.subList(0, i).stream()
                .allMatch(piece -> piece.element() instanceof Part part
                        ? part.optional()
                        : text(piece).isEmpty());
    }

    private void replace(int i, Element element) {
        pieces.set(i, new Piece(element, pieces.get(i).index()));
    }

    private String literal(int i) {
        return pieces.get(i).element() instanceof Literal literal ? literal.text() : "";
    }

    /** A literal's text; for a part anything but the empty text. */
    private static String text(Piece piece) {
        return piece.element() instanceof Literal literal ? literal.text() : "{}";
    }

    static boolean isSeparator(char c) {
        return SEPARATORS.indexOf(c) >= 0;
    }

    private void checkTouching() {
        List<Part> touching = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!(piece.element() instanceof Part part)) {
                touching.clear();
                continue;
            }
            if (part.before().isEmpty()) {
                touching.forEach(previous -> checkTouching(previous, part, piece.index()));
            }
            if (!part.optional()) {
                touching.clear();
            }
            if (part.after().isEmpty()) {
                touching.add(0, part);
            }
        }
    }

    /** A date has a fixed length and may touch another part; of two others nobody could tell where one ends. */
    private void checkTouching(Part left, Part right, int index) {
        if (!(left.type() instanceof DateType) && !(right.type() instanceof DateType)) {
            throw scheme.wrong(
                    index, right.source() + " comes right after " + left.source() + "; put a separator between them");
        }
    }

    private void checkLength() {
        int least = 0;
        int most = 0;
        for (Piece piece : pieces) {
            if (piece.element() instanceof Part part) {
                least += part.minLength();
                most += part.maxLength();
            } else {
                least += text(piece).length();
                most += text(piece).length();
            }
        }
        if (least > ImageName.MAX_LENGTH) {
            throw scheme.wrong(
                    0, "its shortest name has " + least + " characters, but EC2 allows " + ImageName.MAX_LENGTH);
        }
        if (most < ImageName.MIN_LENGTH) {
            throw scheme.wrong(
                    0, "its longest name has " + most + " characters, but EC2 needs " + ImageName.MIN_LENGTH);
        }
    }

    /** Tells a part what comes after it. */
    private Element withFollower(int i) {
        if (!(pieces.get(i).element() instanceof Part part)) {
            return pieces.get(i).element();
        }
        boolean last = part.after().isEmpty() && i + 1 == pieces.size();
        return part.followedBy(last ? "" : literalAfter(part, i), last);
    }

    private String literalAfter(Part part, int i) {
        return part.after().isEmpty() ? literal(i + 1) : part.after();
    }
}
