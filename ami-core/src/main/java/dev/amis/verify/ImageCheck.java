package dev.amis.verify;

/**
 * A command that must end with 0 on a test instance.
 *
 * @param name what the check is called
 * @param command a script for the shell, or for PowerShell on Windows; it may be run twice if an answer is lost
 */
public record ImageCheck(String name, String command) {

    /**
     * Makes a check.
     *
     * @throws IllegalArgumentException if the name or the command is blank, or the name has more than 64 characters or
     *     control characters
     */
    public ImageCheck {
        if (name.isBlank() || name.length() > 64 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "check name is '" + name + "', but must be 1 to 64 characters without control characters");
        }
        if (command.isBlank()) {
            throw new IllegalArgumentException("command of check '" + name + "' is blank, but must be a script");
        }
    }

    /** The name; the command may hold what is not for every eye. */
    @Override
    public String toString() {
        return name;
    }
}
