package dev.amis.guest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What goes into a script is refused here unless it can mean but one thing there. */
final class Arguments {

    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_PATH = 1024;
    private static final int LONGEST_CODE = 65_536;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");

    /** Taking these away would take the system away. */
    private static final Set<String> VITAL = Set.of(
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/home",
            "/lib",
            "/lib32",
            "/lib64",
            "/media",
            "/mnt",
            "/opt",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/srv",
            "/sys",
            "/tmp",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/lib64",
            "/usr/local",
            "/usr/sbin",
            "/usr/share",
            "/var",
            "/var/lib",
            "/var/log",
            "/etc/passwd",
            "/etc/shadow",
            "/etc/group",
            "/etc/fstab",
            "/etc/ssh");

    private Arguments() {}

    static String id(String value) {
        if (value.length() > 40 || !ID.matcher(value).matches()) {
            throw refused("id of a step", value, "be up to 40 lower-case letters, digits and single hyphens");
        }
        return value;
    }

    static String text(String field, String value) {
        if (value.isBlank() || value.length() > LONGEST_TEXT || hasControl(value)) {
            throw refused(field, value, "be a line of 1 to " + LONGEST_TEXT + " characters");
        }
        return value;
    }

    static String user(String value) {
        if (!USER.matcher(value).matches() || value.equals("root")) {
            throw refused(
                    "user name",
                    value,
                    "be of 1 to 32 letters, digits, '_', '.' and '-', begin with a letter or '_', and not be root");
        }
        return value;
    }

    static String path(String value) {
        String rule = "be an absolute path without '.', '..', '//', control characters, quotes or backslashes";
        boolean odd = value.length() > LONGEST_PATH || hasControl(value) || value.matches("(?s).*['\"\\\\].*");
        if (odd || !value.startsWith("/") || !plainParts(value)) {
            throw refused("path", value, rule);
        }
        return value;
    }

    static String removable(String value) {
        path(value);
        if (VITAL.contains(value) || value.matches("/(proc|sys|dev)/.*")) {
            throw refused("path", value, "not be one that a system cannot be without");
        }
        return value;
    }

    static String code(String field, String value) {
        boolean odd = value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        if (value.isBlank() || odd || value.length() > LONGEST_CODE) {
            throw refused(
                    field,
                    value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value,
                    "not be blank, hold no control characters but tabs and line feeds, and have at most " + LONGEST_CODE
                            + " characters");
        }
        return value;
    }

    static int range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be from " + least + " to " + most);
        }
        return value;
    }

    static IllegalArgumentException refused(String field, String value, String rule) {
        return new IllegalArgumentException(field + " is '" + visible(value) + "', but must " + rule);
    }

    private static boolean plainParts(String path) {
        for (String part : path.substring(1).split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasControl(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    /** A message is one line, whatever was given. */
    private static String visible(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }
}
