package dev.amis.guest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A clean-up of a Linux machine before its image is made: which steps, and with what. It changes nothing itself; the script
 * that it renders does, on the machine that runs it, and nothing brings back what that takes away.
 *
 * <p>Every method answers a new value. The order of steps is the library's, whatever the order of calls: steps of your own run
 * before logs, temporary files and histories go, and authorised keys go last.
 *
 * <p>The script runs on Amazon Linux 2 and 2023, Debian, Ubuntu, Red Hat Enterprise Linux and kin, as root. It finds out where it
 * is and refuses to start elsewhere. {@code --dry-run} lists what it would remove; {@code --root DIRECTORY} works on
 * a system that is mounted there, and takes away nothing outside of it, whatever links lead out. Network file systems are
 * left alone, and a directory that holds a mount point is not taken away, which is a failure. Running it again changes nothing
 * more. When a step fails, the script ends with its name on the error output and an exit code that is not 0.
 */
public final class GuestCleanup {

    /** What the script is for. */
    static final String PURPOSE = "Takes away what must not be in an image. Rendered by Amis (dev.amis.guest).";

    private static final int MOST_ZEROS = 1_048_576;

    private static final Set<CleanupKind> MINIMAL = EnumSet.of(
            CleanupKind.CLOUD_INIT,
            CleanupKind.MACHINE_IDS,
            CleanupKind.SSH_HOST_KEYS,
            CleanupKind.CLOUD_CREDENTIALS,
            CleanupKind.TOOL_CREDENTIALS,
            CleanupKind.SHELL_HISTORIES,
            CleanupKind.AUTHORIZED_KEYS);

    private static final Set<CleanupKind> STANDARD = EnumSet.of(
            CleanupKind.PACKAGE_CACHES,
            CleanupKind.NETWORK_LEASES,
            CleanupKind.SSH_CLIENT_KEYS,
            CleanupKind.EDITOR_FILES,
            CleanupKind.CRASH_DUMPS,
            CleanupKind.JOURNAL,
            CleanupKind.LOGS,
            CleanupKind.TEMPORARY_FILES);

    private static final Set<CleanupKind> PARANOID =
            EnumSet.of(CleanupKind.MAIL, CleanupKind.SECRET_SCAN, CleanupKind.ROOT_PASSWORD, CleanupKind.ZERO_FILL);

    private final CleanupSettings settings;

    private GuestCleanup(CleanupSettings settings) {
        this.settings = settings;
    }

    /**
     * No steps, to add some.
     *
     * @return the clean-up
     */
    public static GuestCleanup none() {
        return new GuestCleanup(
                ImmutableCleanupSettings.builder().zeroFill(16_384).build());
    }

    /**
     * What gives a machine away or opens it: cloud-init state, machine ids, SSH host keys, credentials of clouds and tools,
     * histories, authorised keys.
     *
     * @return the clean-up
     */
    public static GuestCleanup minimal() {
        return none().adding(MINIMAL);
    }

    /**
     * {@link #minimal()}, and what only this machine needed: package caches, network leases, private keys of users, files of
     * editors, crash dumps, journal, logs, temporary files.
     *
     * @return the clean-up
     */
    public static GuestCleanup standard() {
        return minimal().adding(STANDARD);
    }

    /**
     * {@link #standard()}, and mail, a lock of root's password, a search for secrets that are left, zeros over free space.
     *
     * @return the clean-up
     */
    public static GuestCleanup paranoid() {
        return standard().adding(PARANOID);
    }

    /**
     * The names of the library's steps, for {@link #with(String)}.
     *
     * @return in the order in which they run
     */
    public static List<String> stepIds() {
        return Arrays.stream(CleanupKind.values()).map(CleanupKind::id).toList();
    }

    /**
     * Adds one of the library's steps.
     *
     * @param id its name, of {@link #stepIds()}
     * @return the new clean-up
     * @throws IllegalArgumentException if there is none of that name, or it needs to be told users or files
     */
    public GuestCleanup with(String id) {
        CleanupKind kind = Arrays.stream(CleanupKind.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Arguments.refused("step", id, "be one of " + stepIds()));
        if (kind == CleanupKind.NAMED_USERS || kind == CleanupKind.CHOSEN_FILES) {
            throw Arguments.refused("step", id, "be added by removingUsers(…) or removingFiles(…)");
        }
        return adding(Set.of(kind));
    }

    /**
     * Adds a step of your own.
     *
     * @param step the step
     * @return the new clean-up
     * @throws IllegalArgumentException if a step has its name, or could have
     */
    public GuestCleanup with(GuestStep step) {
        List<String> taken = Stream.concat(
                        stepIds().stream(), settings.own().stream().map(GuestStep::id))
                .toList();
        if (taken.contains(step.id())) {
            throw Arguments.refused("step", step.id(), "have a name that none of " + taken + " has");
        }
        return changed(old ->
                old.withOwn(Stream.concat(old.own().stream(), Stream.of(step)).toList()));
    }

    /**
     * Leaves a step out.
     *
     * @param id its name
     * @return the new clean-up
     * @throws IllegalArgumentException if this clean-up has no such step
     */
    public GuestCleanup without(String id) {
        List<String> have = steps().stream().map(GuestStep::id).toList();
        if (!have.contains(id)) {
            throw Arguments.refused("step", id, "be one of " + have);
        }
        return changed(old -> old.withOwn(
                        old.own().stream().filter(step -> !step.id().equals(id)).toList())
                .withKinds(old.kinds().stream()
                        .filter(kind -> !kind.id().equals(id))
                        .toList())
                .withUsers(id.equals(CleanupKind.NAMED_USERS.id()) ? List.of() : old.users())
                .withFiles(id.equals(CleanupKind.CHOSEN_FILES.id()) ? List.of() : old.files()));
    }

    /**
     * Removes accounts with their groups, crontabs, mail, sudo rules of their name, and homes below {@code /home} that nobody
     * else lives in. An account that is not there is no failure.
     *
     * @param users their names
     * @return the new clean-up
     * @throws IllegalArgumentException if a name is none that a system gives, or {@code root}
     */
    public GuestCleanup removingUsers(String... users) {
        List<String> all = sorted(settings.users(), Arrays.stream(users).map(Arguments::user));
        return changed(old -> old.withUsers(all)).addingIf(CleanupKind.NAMED_USERS, !all.isEmpty());
    }

    /**
     * Removes files and directories. What is missing is no failure.
     *
     * @param paths absolute paths, taken literally
     * @return the new clean-up
     * @throws IllegalArgumentException if a path is relative, has {@code ..} in it, a quote, a backslash or a control
     *     character, or is one that a system cannot be without
     */
    public GuestCleanup removingFiles(String... paths) {
        List<String> all = sorted(settings.files(), Arrays.stream(paths).map(Arguments::removable));
        return changed(old -> old.withFiles(all)).addingIf(CleanupKind.CHOSEN_FILES, !all.isEmpty());
    }

    /**
     * Locks root's password, and takes its hash away, from the copies of the accounts too. Keys still let root in.
     *
     * @return the new clean-up
     */
    public GuestCleanup lockingRootPassword() {
        return adding(Set.of(CleanupKind.ROOT_PASSWORD));
    }

    /**
     * Searches for what looks like a secret when all else is gone, and fails if there is any: private keys, access keys of AWS,
     * tokens of GitHub, GitLab, Slack and Google, in files of up to 2 MiB that are no binaries below {@code /etc}, {@code /home},
     * {@code /root}, {@code /opt}, {@code /srv}, {@code /usr/local}, {@code /var/backups}, {@code /var/lib}, {@code /var/opt},
     * {@code /var/spool}, {@code /var/www} and the temporary directories. It prints file, line and kind, never the secret.
     *
     * @param except files and directories that are not looked into
     * @return the new clean-up
     * @throws IllegalArgumentException if a path is relative, has {@code ..} in it, a quote, a backslash or a control character
     */
    public GuestCleanup scanningForSecrets(String... except) {
        List<String> all = sorted(settings.unscanned(), Arrays.stream(except).map(Arguments::path));
        return changed(old -> old.withUnscanned(all)).adding(Set.of(CleanupKind.SECRET_SCAN));
    }

    /**
     * Writes zeros over free space of the root file system, except the last 128 MiB, so that deleted files cannot be read from
     * the image. The file of zeros is removed, also after a failure or a signal.
     *
     * @param mebibytes how much at most, 16 GiB unless it is said
     * @return the new clean-up
     * @throws IllegalArgumentException if it is not from 1 to 1,048,576
     */
    public GuestCleanup zeroFilling(int mebibytes) {
        Arguments.range("limit of the zero-fill in MiB", mebibytes, 1, MOST_ZEROS);
        return changed(old -> old.withZeroFill(mebibytes)).adding(Set.of(CleanupKind.ZERO_FILL));
    }

    /**
     * Makes the script refuse systems of other families, and run on kin that it would not recognise.
     *
     * @param family the family
     * @return the new clean-up
     */
    public GuestCleanup forFamily(GuestFamily family) {
        return changed(old -> old.withFamily(family));
    }

    /**
     * What the script does.
     *
     * @return the steps, in the order in which they run
     */
    public List<GuestStep> steps() {
        List<GuestStep> steps = new ArrayList<>();
        settings.kinds().stream()
                .filter(kind -> kind.compareTo(CleanupKind.FIRST_TRACES) < 0)
                .forEach(kind -> steps.add(kind.step(settings)));
        steps.addAll(settings.own());
        settings.kinds().stream()
                .filter(kind -> kind.compareTo(CleanupKind.FIRST_TRACES) >= 0)
                .forEach(kind -> steps.add(kind.step(settings)));
        return List.copyOf(steps);
    }

    /**
     * Renders the script.
     *
     * @return the script, the same for the same settings
     * @throws IllegalStateException if there are no steps
     */
    public GuestScript script() {
        return ShellText.script(PURPOSE, settings.family(), List.of("guest.sh"), steps());
    }

    /**
     * Renders the script for where no options can be given: it only lists, as by {@code --dry-run}.
     *
     * @return the script
     * @throws IllegalStateException if there are no steps
     */
    public GuestScript dryRunScript() {
        return ShellText.dryRun(script());
    }

    /** The family, if it was told. */
    Optional<GuestFamily> family() {
        return settings.family();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GuestCleanup cleanup && settings.equals(cleanup.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settings);
    }

    @Override
    public String toString() {
        return "clean-up " + steps().stream().map(GuestStep::id).toList();
    }

    private GuestCleanup addingIf(CleanupKind kind, boolean told) {
        return told ? adding(Set.of(kind)) : this;
    }

    private GuestCleanup adding(Set<CleanupKind> kinds) {
        return changed(old -> {
            Set<CleanupKind> all = new TreeSet<>(old.kinds());
            all.addAll(kinds);
            return old.withKinds(all);
        });
    }

    private GuestCleanup changed(UnaryOperator<CleanupSettings> change) {
        return new GuestCleanup(change.apply(settings));
    }

    private static List<String> sorted(List<String> before, Stream<String> more) {
        return Stream.concat(before.stream(), more).distinct().sorted().toList();
    }
}
