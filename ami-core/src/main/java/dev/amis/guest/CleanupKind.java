package dev.amis.guest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The clean-up steps of the library, in the order in which they run: accounts first, since homes go with them; traces when
 * nothing leaves new ones; the scan when all else is gone; the keys by which somebody may be watching last.
 */
enum CleanupKind {
    NAMED_USERS("named users", "Accounts that only the build needed are doors that nobody watches."),
    CLOUD_INIT(
            "cloud-init state",
            "User data and credentials of this instance stay behind in it, and a new instance has to start as a new one.",
            "/var/lib/cloud, but seed and scripts/per-*",
            "/var/log/cloud-init.log",
            "/var/log/cloud-init-output.log",
            "network files that cloud-init wrote"),
    PACKAGE_CACHES(
            "package caches",
            "Packages and lists are downloaded again, and only make the image larger and older.",
            "/var/cache/apt",
            "/var/lib/apt/lists",
            "/var/cache/dnf",
            "/var/cache/yum"),
    NETWORK_LEASES(
            "network leases",
            "Addresses and names of this machine's network card mislead other machines.",
            "/var/lib/dhcp",
            "/var/lib/dhclient",
            "/var/lib/dhcpcd",
            "/var/lib/NetworkManager",
            "/etc/udev/rules.d/70-persistent-net.rules"),
    MACHINE_IDS(
            "machine ids and random seeds",
            "Machines of the same id take each other's leases and logs, and those of the same seed can guess each other.",
            "/etc/machine-id",
            "/var/lib/dbus/machine-id",
            "/var/lib/systemd/random-seed",
            "/var/lib/systemd/credential.secret"),
    SSH_HOST_KEYS(
            "SSH host keys",
            "Whoever has the image could pretend to be any machine that was made from it.",
            "/etc/ssh/ssh_host_*"),
    CLOUD_CREDENTIALS(
            "credentials of clouds",
            "Everybody who can launch the image could use them.",
            "~/.aws",
            "~/.azure",
            "~/.config/gcloud",
            "~/.config/doctl",
            "~/.oci",
            "~/.boto",
            "~/.s3cfg",
            "and kin"),
    TOOL_CREDENTIALS(
            "credentials of git, Docker, Kubernetes and others",
            "Everybody who can launch the image could use them.",
            "~/.git-credentials",
            "~/.netrc",
            "~/.docker/config.json",
            "~/.kube",
            "~/.npmrc",
            "~/.pypirc",
            "~/.pgpass",
            "~/.my.cnf",
            "~/.vault-token",
            "~/.config/gh/hosts.yml",
            "~/.cargo/credentials",
            "~/.m2/settings.xml",
            "~/.gnupg/private-keys-v1.d",
            "and kin"),
    SSH_CLIENT_KEYS(
            "private SSH keys of users",
            "They open other machines, and known_hosts tells which.",
            "~/.ssh/*, if a private key is in it",
            "~/.ssh/id_*",
            "~/.ssh/*.pem",
            "~/.ssh/known_hosts"),
    CHOSEN_FILES("chosen files", "They were named as not belonging into the image."),
    EDITOR_FILES(
            "files of editors and viewers",
            "Editors remember what was searched, yanked and edited, and keep copies.",
            "~/.viminfo",
            "~/.*.swp",
            "~/.nano",
            "~/.emacs.d/auto-save-list",
            "~/.lesshst"),
    CRASH_DUMPS(
            "crash dumps",
            "A dump is the memory of a process, with all that was secret in it.",
            "/var/crash",
            "/var/lib/systemd/coredump",
            "/var/lib/apport/coredump",
            "/var/spool/abrt"),
    MAIL("mail of users", "Mail to this machine's users is no part of an image.", "/var/spool/mail", "/var/mail"),
    JOURNAL("systemd's journal", "It tells of this machine, not of those to come.", "/var/log/journal"),
    LOGS(
            "logs",
            "They tell of this machine, not of those to come. Rotated ones go, others are emptied, so that services still"
                    + " find them.",
            "/var/log"),
    TEMPORARY_FILES("temporary files", "What was put there to be used once has been used.", "/tmp", "/var/tmp"),
    SHELL_HISTORIES(
            "histories of shells and their like",
            "People type secrets.",
            "~/.bash_history",
            "~/.zsh_history",
            "~/.python_history",
            "~/.mysql_history",
            "~/.psql_history",
            "and kin"),
    SECRET_SCAN(
            "search for secrets that are left",
            "It ends the script with a failure where something that looks like a key is left, and names file and line, never"
                    + " the key."),
    ROOT_PASSWORD(
            "lock of root's password",
            "One password for all machines is known soon.",
            "/etc/shadow",
            "/etc/shadow-",
            "/var/backups/shadow.bak"),
    AUTHORIZED_KEYS(
            "authorised keys",
            "Whoever built the image could enter all machines made from it. Late, since they let you look at a failure.",
            "~/.ssh/authorized_keys",
            "/etc/ssh/authorized_keys"),
    ZERO_FILL(
            "zeros over free space",
            "What was deleted can be read from free blocks. It makes snapshots larger, so that it is not for every image.",
            "/.amis-zero-fill, for the time being");

    /** Steps of others run before this one. */
    static final CleanupKind FIRST_TRACES = CRASH_DUMPS;

    private final String title;
    private final String why;

    /** One a line: a list would be immutable too, but is not of a type that says so. */
    private final String touches;

    CleanupKind(String title, String why, String... touches) {
        this.title = title;
        this.why = why;
        this.touches = String.join("\n", touches);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    GuestStep step(CleanupSettings settings) {
        String commands = this == CHOSEN_FILES ? "" : Snippets.read("cleanup/" + id() + ".sh");
        return switch (this) {
            case NAMED_USERS -> of(settings.users(), commands.replace("@USERS@", ShellText.quoted(settings.users())));
            case CHOSEN_FILES -> of(settings.files(), GuestStep.removal(settings.files()));
            case SECRET_SCAN -> of(touched(), commands.replace("@IGNORED@", unscanned(settings.unscanned())));
            case ZERO_FILL -> of(touched(), commands.replace("@LIMIT@", String.valueOf(settings.zeroFill())));
            default -> of(touched(), commands);
        };
    }

    private List<String> touched() {
        return touches.lines().toList();
    }

    private GuestStep of(List<String> touched, String commands) {
        return GuestStep.of(id(), title, why, touched, commands);
    }

    /** The names are patterns to find, so what would be one is escaped. */
    private static String unscanned(List<String> paths) {
        return paths.stream()
                .map(path -> "-o -path " + ShellText.quoted("." + path.replaceAll("([*?\\[])", "\\\\$1")) + " ")
                .collect(Collectors.joining());
    }
}
