package dev.amis.guest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Generalises Windows before its image is made, by EC2Launch v2, which is on Amazon's images of Windows Server 2022 and 2025 and
 * can be installed on 2016 and 2019. It changes nothing itself; the script that it renders does, on the machine that runs
 * it, and nothing brings back what that takes away.
 *
 * <p>Every method answers a new value; the order of steps is the library's, sysprep last. The script is for Windows PowerShell
 * 5.1 or later, runs as an administrator, stops at the first failure and names the step; {@code -DryRun} only tells.
 *
 * <p>The machine shuts down in the end, so that a command of Systems Manager that runs the script stays in progress
 * until it times out: the state {@code stopped} of the instance tells that it is done. Microsoft warns that sysprep as the local
 * system account, as which Systems Manager runs commands, may leave the desktop of Windows Server 2025 incomplete; Amazon's
 * document {@code AWSEC2-RunSysprep} runs it as the administrator.
 */
public final class WindowsSysprep {

    private static final String HEAD = """
            # Generalises Windows for an image, by EC2Launch v2. Rendered by Amis (dev.amis.guest).
            # It stops at the first failure and names the step; -DryRun only tells what it would do. Read it before you run it.
            #
            # Steps:
            """;

    private final SysprepSettings settings;

    private WindowsSysprep(SysprepSettings settings) {
        this.settings = settings;
    }

    /**
     * Sysprep and nothing else: it checks that EC2Launch v2 and its settings are in order, clears its logs, and shuts down.
     *
     * @return the sysprep
     */
    public static WindowsSysprep minimal() {
        return new WindowsSysprep(ImmutableSysprepSettings.builder()
                .addKinds(SysprepKind.LAUNCH_AGENT, SysprepKind.SYSPREP)
                .build());
    }

    /**
     * {@link #minimal()}, and before that credentials, histories, temporary files and event logs.
     *
     * @return the sysprep
     */
    public static WindowsSysprep standard() {
        return minimal()
                .adding(EnumSet.of(
                        SysprepKind.CREDENTIALS,
                        SysprepKind.HISTORIES,
                        SysprepKind.TEMPORARY_FILES,
                        SysprepKind.EVENT_LOGS));
    }

    /**
     * Clears the event logs.
     *
     * @return the new sysprep
     */
    public WindowsSysprep clearingEventLogs() {
        return adding(Set.of(SysprepKind.EVENT_LOGS));
    }

    /**
     * Removes temporary files of Windows and of every user. What is in use stays, and is named.
     *
     * @return the new sysprep
     */
    public WindowsSysprep removingTemporaryFiles() {
        return adding(Set.of(SysprepKind.TEMPORARY_FILES));
    }

    /**
     * Removes accounts with their profiles. An account that is not there is no failure.
     *
     * @param users their names
     * @return the new sysprep
     * @throws IllegalArgumentException if a name is none that Windows gives, or one of Windows' own
     */
    public WindowsSysprep removingUsers(String... users) {
        List<String> all = sorted(settings.users(), Arrays.stream(users).map(WindowsArguments::user));
        WindowsSysprep next = new WindowsSysprep(settings.withUsers(all));
        return all.isEmpty() ? next : next.adding(Set.of(SysprepKind.NAMED_USERS));
    }

    /**
     * Removes files and directories. What is missing is no failure.
     *
     * @param paths absolute paths, taken literally
     * @return the new sysprep
     * @throws IllegalArgumentException if a path is relative, is not of ASCII, has {@code ..}, a wildcard or a quote in it, or is
     *     one that Windows cannot be without
     */
    public WindowsSysprep removingFiles(String... paths) {
        List<String> all = sorted(settings.files(), Arrays.stream(paths).map(WindowsArguments::path));
        WindowsSysprep next = new WindowsSysprep(settings.withFiles(all));
        return all.isEmpty() ? next : next.adding(Set.of(SysprepKind.CHOSEN_FILES));
    }

    /**
     * Adds a step of your own, which runs before histories, temporary files and logs go. A dry run does not run it. It fails
     * where its commands throw, or end with another code than 0.
     *
     * @param id its name: lower-case letters, digits and single hyphens
     * @param title what it is, a line
     * @param why why it is done, a line
     * @param commands the commands, for Windows PowerShell, in ASCII
     * @return the new sysprep
     * @throws IllegalArgumentException if the id is of another form or taken, a text is blank or more than a line, or the commands
     *     are not of ASCII
     */
    public WindowsSysprep running(String id, String title, String why, String commands) {
        WindowsArguments.code("commands of step " + id, commands);
        List<String> taken = Stream.concat(
                        Arrays.stream(SysprepKind.values()).map(SysprepKind::id),
                        settings.own().stream().map(GuestStep::id))
                .toList();
        if (taken.contains(id)) {
            throw Arguments.refused("step", id, "have a name that none of " + taken + " has");
        }
        String body = "    if ($DryRun) {\n        Write-Output 'would run the commands of this step'\n    } else {\n"
                + "        Invoke-Own " + SysprepKind.quoted(List.of(commands.strip())) + "\n    }\n";
        GuestStep step = GuestStep.of(id, title, why, List.of(), body);
        return new WindowsSysprep(settings.withOwn(
                Stream.concat(settings.own().stream(), Stream.of(step)).toList()));
    }

    /**
     * Leaves a step out.
     *
     * @param id its name
     * @return the new sysprep
     * @throws IllegalArgumentException if there is no such step, or it is {@code sysprep} itself
     */
    public WindowsSysprep without(String id) {
        List<String> have = steps().stream()
                .map(GuestStep::id)
                .filter(one -> !one.equals(SysprepKind.SYSPREP.id()))
                .toList();
        if (!have.contains(id)) {
            throw Arguments.refused("step", id, "be one of " + have);
        }
        return new WindowsSysprep(settings.withKinds(settings.kinds().stream()
                        .filter(kind -> !kind.id().equals(id))
                        .toList())
                .withOwn(settings.own().stream()
                        .filter(step -> !step.id().equals(id))
                        .toList())
                .withUsers(id.equals(SysprepKind.NAMED_USERS.id()) ? List.of() : settings.users())
                .withFiles(id.equals(SysprepKind.CHOSEN_FILES.id()) ? List.of() : settings.files()));
    }

    /**
     * Keeps the logs of EC2Launch, which tell how this machine was made.
     *
     * @return the new sysprep
     */
    public WindowsSysprep keepingLaunchAgentLogs() {
        return new WindowsSysprep(settings.withClean(false));
    }

    /**
     * Leaves the machine running, for somebody else to stop. Its next boot is a first boot either way.
     *
     * @return the new sysprep
     */
    public WindowsSysprep withoutShutdown() {
        return new WindowsSysprep(settings.withShutdown(false));
    }

    /**
     * What the script does.
     *
     * @return the steps, in the order in which they run
     */
    public List<GuestStep> steps() {
        List<GuestStep> steps = new ArrayList<>();
        settings.kinds().stream()
                .filter(kind -> kind.compareTo(SysprepKind.FIRST_TRACES) < 0)
                .forEach(kind -> steps.add(kind.step(settings)));
        steps.addAll(settings.own());
        settings.kinds().stream()
                .filter(kind -> kind.compareTo(SysprepKind.FIRST_TRACES) >= 0)
                .forEach(kind -> steps.add(kind.step(settings)));
        return List.copyOf(steps);
    }

    /**
     * Renders the script.
     *
     * @return the script, the same for the same settings
     */
    public GuestScript script() {
        return rendered("$false");
    }

    /**
     * Renders the script for where no options can be given: it only tells what it would do, as by {@code -DryRun}.
     *
     * @return the script
     */
    public GuestScript dryRunScript() {
        return rendered("$true");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindowsSysprep sysprep && settings.equals(sysprep.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settings);
    }

    @Override
    public String toString() {
        return "sysprep " + steps().stream().map(GuestStep::id).toList();
    }

    private GuestScript rendered(String dryRun) {
        StringBuilder out = new StringBuilder(HEAD);
        steps().forEach(step -> out.append("#   ").append(step).append('\n'));
        out.append(Snippets.read("guest.ps1").replace("@DRYRUN@", dryRun));
        for (GuestStep step : steps()) {
            out.append("\n# ")
                    .append(step)
                    .append("\n# Why: ")
                    .append(step.why())
                    .append('\n');
            step.touches()
                    .forEach(
                            touched -> out.append("# Touches: ").append(touched).append('\n'));
            out.append("Invoke-Step '")
                    .append(step.id())
                    .append("' {\n")
                    .append(step.commands())
                    .append("}\n");
        }
        return new GuestScript(GuestScript.Language.POWERSHELL, out.toString());
    }

    private WindowsSysprep adding(Set<SysprepKind> more) {
        Set<SysprepKind> all = new TreeSet<>(settings.kinds());
        all.addAll(more);
        return new WindowsSysprep(settings.withKinds(all));
    }

    private static List<String> sorted(List<String> before, Stream<String> more) {
        return Stream.concat(before.stream(), more).distinct().sorted().toList();
    }
}
