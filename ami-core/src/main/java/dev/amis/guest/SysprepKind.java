package dev.amis.guest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The steps of the library for Windows, in the order in which they run. */
enum SysprepKind {
    LAUNCH_AGENT(
            "EC2Launch v2 and its settings",
            "Without it, or with settings that it cannot read, new instances would start without their password and user data."),
    NAMED_USERS("named users", "Accounts that only the build needed are doors that nobody watches."),
    CREDENTIALS(
            "credentials of clouds, git and other tools",
            "Everybody who can launch the image could use them.",
            "~\\.aws",
            "~\\.azure",
            "~\\.config\\gcloud",
            "~\\.docker\\config.json",
            "~\\.git-credentials",
            "~\\.kube",
            "~\\.netrc",
            "~\\.npmrc",
            "~\\.pypirc",
            "~\\.ssh",
            "and kin",
            "C:\\ProgramData\\ssh\\ssh_host_*",
            "C:\\ProgramData\\ssh\\administrators_authorized_keys"),
    CHOSEN_FILES("chosen files", "They were named as not belonging into the image."),
    HISTORIES(
            "histories of PowerShell and Explorer",
            "People type secrets.",
            "~\\AppData\\Roaming\\Microsoft\\Windows\\PowerShell\\PSReadLine",
            "~\\AppData\\Roaming\\Microsoft\\Windows\\Recent"),
    TEMPORARY_FILES(
            "temporary files",
            "What was put there to be used once has been used.",
            "C:\\Windows\\Temp",
            "~\\AppData\\Local\\Temp"),
    EVENT_LOGS("event logs", "They tell of this machine, not of those to come.", "administrative and operational logs"),
    SYSPREP(
            "sysprep by EC2Launch v2",
            "Machines with the same security identifier and name cannot live in one domain.",
            "security identifier, computer name, drivers' state, answer file, state of EC2Launch");

    /** Steps of others run before this one. */
    static final SysprepKind FIRST_TRACES = HISTORIES;

    private final String title;
    private final String why;

    /** One a line: a list would be immutable too, but is not of a type that says so. */
    private final String touches;

    SysprepKind(String title, String why, String... touches) {
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

    GuestStep step(SysprepSettings settings) {
        String commands = Snippets.read("windows/" + id() + ".ps1");
        return switch (this) {
            case NAMED_USERS -> of(settings.users(), commands.replace("@USERS@", quoted(settings.users())));
            case CHOSEN_FILES -> of(settings.files(), commands.replace("@PATHS@", quoted(settings.files())));
            case SYSPREP -> of(touched(), commands.replace("@ARGUMENTS@", quoted(arguments(settings))));
            default -> of(touched(), commands);
        };
    }

    private GuestStep of(List<String> touched, String commands) {
        return GuestStep.of(id(), title, why, touched, commands);
    }

    /** Quotes texts so that PowerShell takes them as they are. */
    static String quoted(Collection<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }

    private static List<String> arguments(SysprepSettings settings) {
        List<String> arguments = new ArrayList<>(List.of("sysprep"));
        if (settings.clean()) {
            arguments.add("--clean");
        }
        if (settings.shutdown()) {
            arguments.add("--shutdown");
        }
        return arguments;
    }
}
