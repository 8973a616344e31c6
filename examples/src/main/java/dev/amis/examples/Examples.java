package dev.amis.examples;

import java.util.List;
import java.util.stream.Stream;

/** Every task that is shown, in the order of an image's life. */
final class Examples {

    private Examples() {}

    static List<Example> all() {
        return Stream.of(looking(), making(), changing(), leaving())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> looking() {
        return List.of(
                new Example(
                        "quickstart",
                        "The main job: bake, copy, share, retire, undo",
                        Quickstart::run,
                        Setting.estate()
                                .needing(StageOption.INSTANCE)
                                .taking(StageOption.TO, StageOption.PARTNER, StageOption.FAMILY)),
                new Example(
                        "names",
                        "Naming schemes: read, render, compare, next version",
                        NamesAndVersions::run,
                        Setting.emptyAccount()),
                new Example(
                        "find",
                        "Finding images, and the latest of them",
                        FindImages::run,
                        Setting.estate().taking(StageOption.FAMILY, StageOption.TO)));
    }

    private static List<Example> making() {
        return List.of(
                new Example(
                        "create",
                        "An image from an instance, with volumes and tags",
                        CreateFromInstance::run,
                        baking()),
                new Example(
                        "bake", "From an instance to a tested image, and on after a crash", BakeImages::run, baking()),
                new Example(
                        "verify",
                        "A test on instances of their own, and what keeps an image from booting",
                        VerifyImages::run,
                        baking()),
                new Example(
                        "register",
                        "An image from a snapshot, with safe defaults",
                        RegisterFromSnapshot::run,
                        Setting.emptyAccount().taking(StageOption.SNAPSHOT, StageOption.INSTANCE)),
                new Example(
                        "wait", "Waiting with progress, a deadline, and after a restart", WaitForImages::run, baking()),
                new Example(
                        "copy",
                        "Copies in other Regions under other keys",
                        CopyToRegions::run,
                        Setting.emptyAccount().needing(StageOption.INSTANCE, StageOption.TO)));
    }

    private static List<Example> changing() {
        return List.of(
                new Example(
                        "share",
                        "Sharing with accounts and organizations, and ending it",
                        ShareWithAccounts::run,
                        Setting.emptyAccount()
                                .needing(StageOption.INSTANCE, StageOption.PARTNER)
                                .taking(StageOption.ORGANIZATION)),
                new Example(
                        "publish",
                        "Making an image public, with what that means first",
                        MakePublic::run,
                        Setting.emptyAccount().needing(StageOption.INSTANCE, StageOption.YES)),
                new Example(
                        "deprecate",
                        "Deprecating, disabling, enabling, and the way back",
                        DeprecateAndDisable::run,
                        baking().taking(StageOption.PARTNER)),
                new Example(
                        "protect",
                        "Protection from deregistration, with and without cool-down",
                        Protect::run,
                        baking()),
                new Example("label", "Tags, description, and requiring IMDSv2", LabelImages::run, baking()),
                new Example(
                        "pointer",
                        "A name that never changes for the current image, and the way back",
                        PointToImages::run,
                        baking()),
                new Example(
                        "template",
                        "A launch template switched to another image, and the exact way back",
                        SwitchTemplates::run,
                        baking()),
                new Example(
                        "rollout",
                        "A new image for a fleet, in waves: planned, stopped, taken back",
                        RollOut::run,
                        Setting.onlyInMemory("it replaces the instances of a fleet, which it makes in memory only")));
    }

    private static List<Example> leaving() {
        return List.of(
                new Example(
                        "story",
                        "The whole way: instance, golden base, runtime, application, fleet, and back",
                        WholeStory::run,
                        Setting.onlyInMemory("its fleet and its days are made in memory only")),
                new Example(
                        "deregister",
                        "Removing an image, and out of the Recycle Bin again",
                        DeregisterAndRestore::run,
                        baking()),
                new Example("usage", "Who refers to an image, and what could not be read", ShowUsage::run, baking()),
                new Example(
                        "cost",
                        "What images cost per month, and what a plan saves",
                        ShowCosts::run,
                        Setting.estate().taking(StageOption.FAMILY, StageOption.TO)),
                new Example(
                        "retire",
                        "A retention policy over an estate: plan, apply, undo",
                        RetireOldImages::run,
                        Setting.estate().taking(StageOption.FAMILY, StageOption.APPLY, StageOption.UNDO)),
                new Example(
                        "orphans",
                        "Snapshots that images left behind: who needs them, plan, apply",
                        DeleteOrphans::run,
                        Setting.estate().taking(StageOption.APPLY, StageOption.UNDO)),
                new Example(
                        "review",
                        "A plan as a report for the one who approves it",
                        ReviewPlan::run,
                        Setting.estate().taking(StageOption.FAMILY)),
                new Example(
                        "stages",
                        "Retirement in stages: deprecate, disable, remove",
                        RetireInStages::run,
                        Setting.onlyInMemory("its stages take weeks, which pass at once only in memory")),
                new Example(
                        "faults",
                        "A test with throttling, lost answers and a crash",
                        TestWithFaults::run,
                        Setting.onlyInMemory("its troubles are made, and an account on AWS lets nobody make them")));
    }

    private static Setting baking() {
        return Setting.emptyAccount().needing(StageOption.INSTANCE);
    }
}
