package dev.amis.guest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A script for a machine, as text. The same settings make the same text, so that {@link #sha256()} tells whether what was
 * reviewed is what was run.
 *
 * @param language what runs it
 * @param text all of it, lines ended by a line feed
 */
public record GuestScript(Language language, String text) {

    /** What runs a script. */
    public enum Language {
        /** A POSIX shell; the script asks for bash, and does with dash too. */
        SHELL("#!/bin/bash", "text/x-shellscript", ".sh", "AWS-RunShellScript"),

        /** Windows PowerShell 5.1 or later. */
        POWERSHELL("", "text/x-powershell", ".ps1", "AWS-RunPowerShellScript");

        private final String shebang;
        private final String contentType;
        private final String extension;
        private final String ssmDocument;

        Language(String shebang, String contentType, String extension, String ssmDocument) {
            this.shebang = shebang;
            this.contentType = contentType;
            this.extension = extension;
            this.ssmDocument = ssmDocument;
        }

        /**
         * The first line of scripts.
         *
         * @return for example {@code #!/bin/bash}; empty for PowerShell, which has none
         */
        public String shebang() {
            return shebang;
        }

        /**
         * The media type, as parts of user data have one.
         *
         * @return for example {@code text/x-shellscript}
         */
        public String contentType() {
            return contentType;
        }

        /**
         * What names of files end in.
         *
         * @return for example {@code .sh}
         */
        public String extension() {
            return extension;
        }

        /**
         * The document of Systems Manager that runs such scripts, given their {@link GuestScript#lines()}.
         *
         * @return for example {@code AWS-RunShellScript}
         */
        public String ssmDocument() {
            return ssmDocument;
        }
    }

    /**
     * Makes the value.
     *
     * @throws IllegalArgumentException if the text is blank or holds a carriage return, or a shell script does not begin with
     *     its shebang
     */
    public GuestScript {
        Arguments.code("text of a script", text);
        if (!text.startsWith(language.shebang())) {
            throw new IllegalArgumentException("text of a script begins with '"
                    + text.lines().findFirst().orElse("") + "', but must begin with " + language.shebang());
        }
    }

    /**
     * The lines, as Systems Manager takes them for its parameter {@code commands}.
     *
     * @return all lines
     */
    public List<String> lines() {
        return text.lines().toList();
    }

    /**
     * A fingerprint of the text in UTF-8.
     *
     * @return 64 hexadecimal digits
     */
    public String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return language + " script of " + lines().size() + " lines, SHA-256 " + sha256();
    }
}
