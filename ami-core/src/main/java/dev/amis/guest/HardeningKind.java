package dev.amis.guest;

import java.util.List;
import java.util.Locale;

/** The hardening steps of the library, in the order in which they run. */
enum HardeningKind {
    SECURITY_UPDATES(
            "security updates",
            "An image that begins behind is attacked before it has caught up.",
            "packages with known weaknesses"),
    AUTOMATIC_UPDATES(
            "automatic security updates",
            "Machines live longer than their image is new.",
            "/etc/apt/apt.conf.d/20auto-upgrades",
            "/etc/dnf/automatic.conf",
            "/etc/yum/yum-cron.conf"),
    FAIL2BAN(
            "fail2ban for SSH",
            "Whoever tries passwords is kept out for a while.",
            "/etc/fail2ban/jail.d/50-amis-sshd.local"),
    CLAMAV(
            "virus scan by ClamAV",
            "What is in an image is in every machine made from it. It ends the script with a failure where anything is found.",
            "/var/lib/clamav");

    private final String title;
    private final String why;

    /** One a line: a list would be immutable too, but is not of a type that says so. */
    private final String touches;

    HardeningKind(String title, String why, String... touches) {
        this.title = title;
        this.why = why;
        this.touches = String.join("\n", touches);
    }

    private List<String> touched() {
        return touches.lines().toList();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    GuestStep step(List<String> scanned) {
        String commands = Snippets.read("hardening/" + id() + ".sh");
        return GuestStep.of(id(), title, why, touched(), commands.replace("@PATHS@", ShellText.quoted(scanned)));
    }
}
