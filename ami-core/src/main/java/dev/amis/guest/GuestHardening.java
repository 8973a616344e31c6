package dev.amis.guest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Updates and security tools for a Linux machine before its image is made. It changes nothing itself; the script that it renders
 * installs packages and writes settings on the machine that runs it, and nothing takes them back.
 *
 * <p>Every method answers a new value; the order of steps is the library's, and steps of your own come last. The script has the
 * options and promises of those of {@link GuestCleanup}. With {@code --root} it runs package managers by {@code chroot}.
 *
 * <p>Packages come from where the system gets its own, and for ClamAV and fail2ban on Amazon Linux 2 and Red Hat's kin from
 * EPEL, which is switched on. A package that the system does not offer is a failure that names the step.
 */
public final class GuestHardening {

    private static final String PURPOSE =
            "Installs updates and security tools for an image. Rendered by Amis (dev.amis.guest).";
    private static final String BOTH =
            "Installs updates and security tools, then takes away what must not be in an image. Rendered by Amis"
                    + " (dev.amis.guest).";
    private static final List<String> PRELUDES = List.of("guest.sh", "packages.sh");

    private final List<HardeningKind> kinds;
    private final List<String> scanned;
    private final List<GuestStep> own;
    private final Optional<GuestFamily> family;

    private GuestHardening(
            List<HardeningKind> kinds, List<String> scanned, List<GuestStep> own, Optional<GuestFamily> family) {
        this.kinds = List.copyOf(kinds);
        this.scanned = List.copyOf(scanned);
        this.own = List.copyOf(own);
        this.family = family;
    }

    /**
     * No steps, to add some.
     *
     * @return the hardening
     */
    public static GuestHardening none() {
        return new GuestHardening(List.of(), List.of("/"), List.of(), Optional.empty());
    }

    /**
     * Security updates now, and automatic ones from then on.
     *
     * @return the hardening
     */
    public static GuestHardening standard() {
        return none().securityUpdates().automaticUpdates();
    }

    /**
     * {@link #standard()}, fail2ban, and a scan by ClamAV.
     *
     * @return the hardening
     */
    public static GuestHardening paranoid() {
        return standard().fail2ban().clamAv();
    }

    /**
     * The names of the library's steps, for {@link #with(String)}.
     *
     * @return in the order in which they run
     */
    public static List<String> stepIds() {
        return Arrays.stream(HardeningKind.values()).map(HardeningKind::id).toList();
    }

    /**
     * Installs what is known to close weaknesses, and nothing else where the system can tell.
     *
     * @return the new hardening
     */
    public GuestHardening securityUpdates() {
        return with(HardeningKind.SECURITY_UPDATES);
    }

    /**
     * Switches automatic security updates on: unattended-upgrades, yum-cron or dnf-automatic.
     *
     * @return the new hardening
     */
    public GuestHardening automaticUpdates() {
        return with(HardeningKind.AUTOMATIC_UPDATES);
    }

    /**
     * Installs fail2ban and switches it on for SSH.
     *
     * @return the new hardening
     */
    public GuestHardening fail2ban() {
        return with(HardeningKind.FAIL2BAN);
    }

    /**
     * Installs ClamAV, gets its signatures, and scans. Whatever is found is printed and fails the script; nothing is removed.
     *
     * @param paths what is scanned, all of the system if none is named
     * @return the new hardening
     * @throws IllegalArgumentException if a path is relative, has {@code ..} in it, a quote, a backslash or a control character
     */
    public GuestHardening clamAv(String... paths) {
        List<String> all =
                Arrays.stream(paths).map(Arguments::path).distinct().sorted().toList();
        return new GuestHardening(kinds, all.isEmpty() ? List.of("/") : all, own, family).with(HardeningKind.CLAMAV);
    }

    /**
     * Adds one of the library's steps.
     *
     * @param id its name, of {@link #stepIds()}
     * @return the new hardening
     * @throws IllegalArgumentException if there is none of that name
     */
    public GuestHardening with(String id) {
        return with(Arrays.stream(HardeningKind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Arguments.refused("step", id, "be one of " + stepIds())));
    }

    /**
     * Adds a step of your own.
     *
     * @param step the step
     * @return the new hardening
     * @throws IllegalArgumentException if a step has its name, or could have
     */
    public GuestHardening with(GuestStep step) {
        List<String> taken = Stream.of(
                        stepIds(),
                        GuestCleanup.stepIds(),
                        own.stream().map(GuestStep::id).toList())
                .flatMap(List::stream)
                .toList();
        if (taken.contains(step.id())) {
            throw Arguments.refused("step", step.id(), "have a name that none of " + taken + " has");
        }
        return new GuestHardening(
                kinds, scanned, Stream.concat(own.stream(), Stream.of(step)).toList(), family);
    }

    /**
     * Leaves a step out.
     *
     * @param id its name
     * @return the new hardening
     * @throws IllegalArgumentException if this hardening has no such step
     */
    public GuestHardening without(String id) {
        List<String> have = steps().stream().map(GuestStep::id).toList();
        if (!have.contains(id)) {
            throw Arguments.refused("step", id, "be one of " + have);
        }
        return new GuestHardening(
                kinds.stream().filter(kind -> !kind.id().equals(id)).toList(),
                id.equals(HardeningKind.CLAMAV.id()) ? List.of("/") : scanned,
                own.stream().filter(step -> !step.id().equals(id)).toList(),
                family);
    }

    /**
     * Makes the script refuse systems of other families, and run on kin that it would not recognise.
     *
     * @param told the family
     * @return the new hardening
     */
    public GuestHardening forFamily(GuestFamily told) {
        return new GuestHardening(kinds, scanned, own, Optional.of(told));
    }

    /**
     * What the script does.
     *
     * @return the steps, in the order in which they run
     */
    public List<GuestStep> steps() {
        return Stream.concat(kinds.stream().map(kind -> kind.step(scanned)), own.stream())
                .toList();
    }

    /**
     * Renders the script.
     *
     * @return the script, the same for the same settings
     * @throws IllegalStateException if there are no steps
     */
    public GuestScript script() {
        return ShellText.script(PURPOSE, family, PRELUDES, steps());
    }

    /**
     * Renders the script for where no options can be given: it only tells what it would do, as by {@code --dry-run}.
     *
     * @return the script
     * @throws IllegalStateException if there are no steps
     */
    public GuestScript dryRunScript() {
        return ShellText.dryRun(script());
    }

    /**
     * Renders one script that hardens and then cleans up, so that a bake sends one command.
     *
     * @param cleanup the clean-up
     * @return the script, the same for the same settings
     * @throws IllegalArgumentException if the two are for different families, or a step of one has the name of one of the other
     */
    public GuestScript scriptBefore(GuestCleanup cleanup) {
        if (family.isPresent() && cleanup.family().isPresent() && !family.equals(cleanup.family())) {
            throw Arguments.refused(
                    "family of the clean-up",
                    cleanup.family().get().toString(),
                    "be that of the hardening, " + family.get());
        }
        List<GuestStep> all =
                Stream.concat(steps().stream(), cleanup.steps().stream()).toList();
        TreeSet<String> ids = new TreeSet<>();
        all.stream().map(GuestStep::id).filter(id -> !ids.add(id)).findFirst().ifPresent(twice -> {
            throw Arguments.refused("step of the clean-up", twice, "have a name that no step of the hardening has");
        });
        return kinds.isEmpty() && own.isEmpty()
                ? ShellText.script(GuestCleanup.PURPOSE, family.or(cleanup::family), List.of("guest.sh"), all)
                : ShellText.script(BOTH, family.or(cleanup::family), PRELUDES, all);
    }

    /**
     * Renders the script of both for where no options can be given: it only tells what it would do, as by {@code --dry-run}.
     *
     * @param cleanup the clean-up
     * @return the script
     * @throws IllegalArgumentException as {@link #scriptBefore} does
     */
    public GuestScript dryRunScriptBefore(GuestCleanup cleanup) {
        return ShellText.dryRun(scriptBefore(cleanup));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GuestHardening hardening
                && kinds.equals(hardening.kinds)
                && scanned.equals(hardening.scanned)
                && own.equals(hardening.own)
                && family.equals(hardening.family);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kinds, scanned, own, family);
    }

    @Override
    public String toString() {
        return "hardening " + steps().stream().map(GuestStep::id).toList();
    }

    private GuestHardening with(HardeningKind kind) {
        TreeSet<HardeningKind> all = new TreeSet<>(kinds);
        all.add(kind);
        return new GuestHardening(List.copyOf(all), scanned, own, family);
    }
}
