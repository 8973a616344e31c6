package dev.amis.verify;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the console text of an instance tells of its failure. */
final class ConsoleMarks {

    private record Mark(Pattern pattern, Finding finding) {}

    private static final List<Mark> MARKS = List.of(
            mark(
                    "VFS: Unable to mount root fs|Cannot open root device|ALERT!.*does not exist|"
                            + "dracut.*Warning: .*does not exist|Gave up waiting for root",
                    "the kernel found no root device",
                    "the driver of the disk is missing from the initial RAM disk, or the root is named by a device that"
                            + " is called otherwise here",
                    "Build the initial RAM disk with nvme and ena, and name the root by UUID or label"),
            mark(
                    "Kernel panic|kernel BUG at",
                    "the kernel panicked",
                    "it could not go on; the lines before tell why",
                    "Boot an older kernel, or fix what the lines before name"),
            mark(
                    "Out of memory: Kill|oom-killer",
                    "memory ran out",
                    "the kernel ended processes",
                    "Use a larger type, or start less"),
            mark(
                    "You are in emergency mode|Welcome to emergency|Give root password for maintenance",
                    "the system went into emergency mode",
                    "a file system of /etc/fstab could not be mounted",
                    "Take volumes that need not be there out of /etc/fstab, or mark them nofail"),
            mark(
                    "No bootable device|Boot failed: not a bootable|No bootable option or device",
                    "the firmware found nothing to boot",
                    "the boot mode of the image is not the one its disk was made for, or the disk is empty",
                    "Set the boot mode that the operating system was installed for"),
            mark(
                    "No space left on device",
                    "a file system is full",
                    "what starts cannot write",
                    "Make the root volume larger, or clean up before baking"),
            mark(
                    "(?m)^.*cloud-init.*(?:Failed to run module|failed running|Traceback|\\[ERROR\\]|\\[CRITICAL\\]).*$"
                            + "|Failed to start .*cloud-init",
                    "cloud-init failed",
                    "a module or the user data did not run to its end",
                    "Look at /var/log/cloud-init-output.log, and at the user data"),
            mark(
                    "Failed to start |\\[FAILED\\]",
                    "a unit failed to start",
                    "systemd says so on the console",
                    "Look at the unit's journal"),
            mark(
                    "Failed to start .*amazon-ssm-agent|amazon-ssm-agent.*(?:error|failed)",
                    "the agent of Systems Manager did not start",
                    "commands cannot reach the instance",
                    "Install the agent anew before baking"));

    private static final Pattern CLOUD_INIT = Pattern.compile("cloud-init", Pattern.CASE_INSENSITIVE);
    private static final Pattern FINISHED =
            Pattern.compile("Cloud-init v\\.? ?\\S+ finished", Pattern.CASE_INSENSITIVE);

    private ConsoleMarks() {}

    /** What the text shows, the worst first; nothing for one that shows nothing. */
    static List<Finding> explain(String console) {
        List<Finding> found = MARKS.stream()
                .filter(mark -> mark.pattern().matcher(console).find())
                .map(Mark::finding)
                .toList();
        Predicate<Pattern> shows = pattern -> pattern.matcher(console).find();
        if (found.isEmpty() && shows.test(CLOUD_INIT) && !shows.test(FINISHED)) {
            return List.of(Finding.warning(
                    "cloud-init began and did not finish",
                    "it was still at work, or hangs, perhaps waiting for the network",
                    "Give it more time, or look at what the user data waits for"));
        }
        return found;
    }

    private static Mark mark(String pattern, String what, String why, String advice) {
        return new Mark(Pattern.compile(pattern), Finding.blocking(what, why, advice));
    }
}
