package dev.amis.examples;

import java.util.List;

/** Every task that is shown, in the order of an image's life. */
final class Examples {

    private Examples() {}

    static List<Example> all() {
        return List.of(
                new Example("quickstart", "The main job: bake, copy, share, retire, undo", Quickstart::run),
                new Example("names", "Naming schemes: read, render, compare, next version", NamesAndVersions::run),
                new Example("find", "Finding images, and the latest of them", FindImages::run),
                new Example("create", "An image from an instance, with volumes and tags", CreateFromInstance::run),
                new Example("register", "An image from a snapshot, with safe defaults", RegisterFromSnapshot::run),
                new Example("wait", "Waiting with progress, a deadline, and after a restart", WaitForImages::run),
                new Example("copy", "Copies in other Regions under other keys", CopyToRegions::run),
                new Example("share", "Sharing with accounts and organizations, and ending it", ShareWithAccounts::run),
                new Example("publish", "Making an image public, with what that means first", MakePublic::run),
                new Example(
                        "deprecate", "Deprecating, disabling, enabling, and the way back", DeprecateAndDisable::run),
                new Example("protect", "Protection from deregistration, with and without cool-down", Protect::run),
                new Example("label", "Tags, description, and requiring IMDSv2", LabelImages::run),
                new Example(
                        "deregister", "Removing an image, and out of the Recycle Bin again", DeregisterAndRestore::run),
                new Example("usage", "Who refers to an image, and what could not be read", ShowUsage::run),
                new Example("retire", "A retention policy over an estate: plan, apply, undo", RetireOldImages::run),
                new Example("faults", "A test with throttling, lost answers and a crash", TestWithFaults::run));
    }
}
