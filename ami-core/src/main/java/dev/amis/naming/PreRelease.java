package dev.amis.naming;

/**
 * The order of pre-releases. SemVer's rule is written out here because semver4j compares the digits inside an
 * identifier by value ({@code rc9} before {@code rc10}), which is not SemVer's rule and not always a transitive order.
 */
final class PreRelease {

    private PreRelease() {}

    /** Orders two pre-releases by SemVer's rule; the empty text, which is a release, comes after every pre-release. */
    static int compare(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            int leftEnd = identifierEnd(left, l);
            int rightEnd = identifierEnd(right, r);
            int order = compareIdentifiers(left.substring(l, leftEnd), right.substring(r, rightEnd));
            if (order != 0) {
                return order;
            }
            l = leftEnd + 1;
            r = rightEnd + 1;
        }
        return Boolean.compare(l < left.length(), r < right.length());
    }

    private static int identifierEnd(String text, int start) {
        int dot = text.indexOf('.', start);
        return dot < 0 ? text.length() : dot;
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftNumeric = isNumeric(left);
        if (leftNumeric != isNumeric(right)) {
            return leftNumeric ? -1 : 1;
        }
        if (leftNumeric && left.length() != right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return left.compareTo(right);
    }

    private static boolean isNumeric(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            if (!VersionText.isDigit(identifier.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
