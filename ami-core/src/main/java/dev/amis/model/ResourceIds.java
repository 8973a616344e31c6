package dev.amis.model;

/** The one grammar that EC2's resource ids share. */
final class ResourceIds {

    private ResourceIds() {}

    /**
     * Refuses what cannot be an id. Hexadecimal digits are what EC2 hands out; recordings and other accounts' tools
     * hold other lower-case letters as well, and an id that EC2 does not know is answered by EC2, not here.
     */
    static void check(String type, String prefix, String value) {
        if (!fits(prefix, value)) {
            throw new IllegalArgumentException(type + " is '" + value + "', but must be '" + prefix
                    + "-' and 8 or 17 lower-case letters or digits");
        }
    }

    static boolean fits(String prefix, String value) {
        int start = prefix.length() + 1;
        int digits = value.length() - start;
        boolean fits = value.startsWith(prefix)
                && digits > 0
                && value.charAt(prefix.length()) == '-'
                && (digits == 8 || digits == 17 || (prefix.equals("vol") && value.equals("vol-ffff")));
        for (int i = start; fits && i < value.length(); i++) {
            char c = value.charAt(i);
            fits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        }
        return fits;
    }
}
