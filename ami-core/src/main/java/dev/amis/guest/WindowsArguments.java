package dev.amis.guest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What goes into a script for Windows is refused here unless it can mean but one thing there. All of it is ASCII: Windows
 * PowerShell reads a file in the code page of the machine, and takes typographic quotes for quotes.
 */
final class WindowsArguments {

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]([A-Za-z0-9_. -]{0,18}[A-Za-z0-9_-])?");
    private static final Pattern PATH = Pattern.compile("[A-Za-z]:(\\\\[ -~&&[^<>:\"'/\\\\|?*]]+)+");
    private static final Pattern CODE = Pattern.compile("[\\t\\n -~]*");

    private static final Set<String> BUILT_IN =
            Set.of("administrator", "defaultaccount", "guest", "system", "wdagutilityaccount");

    private static final Set<String> VITAL =
            Set.of("\\windows", "\\users", "\\programdata", "\\program files", "\\program files (x86)");

    private WindowsArguments() {}

    static String user(String value) {
        if (!USER.matcher(value).matches() || BUILT_IN.contains(value.toLowerCase(Locale.ROOT))) {
            throw Arguments.refused(
                    "user name",
                    value,
                    "be of 1 to 20 letters, digits, '_', '.', '-' and inner spaces, and not be an account of Windows itself");
        }
        return value;
    }

    static String path(String value) {
        if (value.length() > 260 || !PATH.matcher(value).matches() || !plainParts(value)) {
            throw Arguments.refused(
                    "path",
                    value,
                    "be an absolute path such as C:\\App\\token, of ASCII, without '.', '..', wildcards and quotes");
        }
        String rest = value.substring(2).toLowerCase(Locale.ROOT);
        if (VITAL.contains(rest) || rest.startsWith("\\windows\\system32")) {
            throw Arguments.refused("path", value, "not be one that a system cannot be without");
        }
        return value;
    }

    static String code(String field, String value) {
        Arguments.code(field, value);
        if (!CODE.matcher(value).matches()) {
            throw Arguments.refused(field, value, "be ASCII");
        }
        return value;
    }

    /** Windows takes dots and spaces at the end of a name away, so that they would name something else. */
    private static boolean plainParts(String path) {
        for (String part : path.substring(3).split("\\\\", -1)) {
            if (part.endsWith(".") || part.endsWith(" ")) {
                return false;
            }
        }
        return true;
    }
}
