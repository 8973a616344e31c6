package dev.amis.examples;

import java.util.Optional;

/** What a task can be told on AWS; in memory it makes what it needs, and takes none of it. */
enum StageOption {
    INSTANCE("--instance", "ID", "the instance that images are made of; it is not rebooted, and stays as it is"),
    SNAPSHOT("--snapshot", "ID", "the snapshot of a root volume, which stays as it is; by default one of --instance"),
    TO("--to", "REGION,...", "the Regions to copy to"),
    PARTNER("--partner", "ACCOUNT", "the account to share with, until the task ends"),
    ORGANIZATION("--organization", "ARN", "the organization to share with, until the task ends"),
    FAMILY(
            "--family",
            "PATTERN",
            "whose images are meant: a naming scheme such as 'WebApp-v{version}', or a name with *"),
    APPLY("--apply", "", "apply the plan; without it, it is only printed", FAMILY),
    UNDO("--undo", "", "take what was applied back at once", APPLY),
    YES("--yes", "", "yes, an image of this instance is to be public for a moment");

    private final String text;
    private final String parameter;
    private final String description;
    private final Optional<StageOption> beside;

    StageOption(String text, String parameter, String description) {
        this(text, parameter, description, Optional.empty());
    }

    StageOption(String text, String parameter, String description, StageOption beside) {
        this(text, parameter, description, Optional.of(beside));
    }

    StageOption(String text, String parameter, String description, Optional<StageOption> beside) {
        this.text = text;
        this.parameter = parameter;
        this.description = description;
        this.beside = beside;
    }

    String text() {
        return text;
    }

    /** What stands for its value; empty for a flag. */
    String parameter() {
        return parameter;
    }

    String description() {
        return description;
    }

    /** What has to be named as well. */
    Optional<StageOption> beside() {
        return beside;
    }

    @Override
    public String toString() {
        return parameter.isEmpty() ? text : text + " " + parameter;
    }
}
