package dev.amis.launch;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Pages;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a launch template names beside its image and types: the shape of ids, and whether there is such a thing. */
final class NamedIds {

    /** What kind of thing a parameter names, and what its id looks like. */
    private record Kind(String what, Pattern shape) {

        static Kind ofId(String what, String prefix) {
            return new Kind(what, Pattern.compile(prefix + "-([0-9a-f]{8}|[0-9a-f]{17})"));
        }

        static Kind ofName(String what) {
            return new Kind(what, Pattern.compile("\\S(.*\\S)?"));
        }
    }

    private static final Pattern SNAPSHOT = Pattern.compile("BlockDeviceMappings\\.\\d+\\.Ebs\\.SnapshotId");

    private static final Map<Pattern, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(Pattern.compile("(NetworkInterfaces\\.\\d+\\.)?SubnetId"), Kind.ofId("subnet", "subnet"));
        KINDS.put(Pattern.compile("SecurityGroupIds?\\.\\d+"), Kind.ofId("security group", "sg"));
        KINDS.put(
                Pattern.compile("NetworkInterfaces\\.\\d+\\.(SecurityGroupIds?|Groups?)\\.\\d+"),
                Kind.ofId("security group", "sg"));
        KINDS.put(
                Pattern.compile("NetworkInterfaces\\.\\d+\\.NetworkInterfaceId"),
                Kind.ofId("network interface", "eni"));
        KINDS.put(Pattern.compile("SecurityGroups?\\.\\d+"), Kind.ofName("security group"));
        KINDS.put(Pattern.compile("KeyName"), Kind.ofName("key pair"));
        KINDS.put(Pattern.compile("IamInstanceProfile\\.Name"), Kind.ofName("instance profile"));
        KINDS.put(
                Pattern.compile("IamInstanceProfile\\.Arn"),
                new Kind("instance profile", Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:instance-profile/\\S+")));
        KINDS.put(Pattern.compile("BlockDeviceMappings\\.\\d+\\.Ebs\\.KmsKeyId"), Kind.ofName("KMS key"));
        KINDS.put(Pattern.compile("Placement\\.(GroupName|GroupId|HostId)"), Kind.ofName("placement"));
    }

    private final RegionalProvider region;
    private final List<LaunchFinding> findings = new ArrayList<>();

    NamedIds(RegionalProvider region) {
        this.region = region;
    }

    List<LaunchFinding> findings(LaunchTemplateData data) {
        data.parameters().forEach((name, value) -> {
            if (SNAPSHOT.matcher(name).matches()) {
                snapshot(name, value);
            }
            KINDS.forEach((parameter, kind) -> {
                if (parameter.matcher(name).matches()) {
                    check(name, value, kind);
                }
            });
        });
        return List.copyOf(findings);
    }

    /** No port tells of these, so whether they exist stays open. */
    private void check(String name, String value, Kind kind) {
        findings.add(
                kind.shape().matcher(value).matches()
                        ? LaunchFinding.unread(name, "whether there is a " + kind.what() + " '" + value + "'")
                        : LaunchFinding.error(name, "'" + value + "' does not have the shape of a " + kind.what()));
    }

    private void snapshot(String name, String value) {
        try {
            SnapshotId id = SnapshotId.of(value);
            DescribeSnapshotsRequest question =
                    DescribeSnapshotsRequest.builder().addSnapshotId(id).build();
            List<Snapshot> found = Pages.all(
                    "DescribeSnapshots", token -> region.snapshots().describeSnapshots(question.withNextToken(token)));
            if (found.isEmpty()) {
                findings.add(missing(name, value));
            }
            found.stream()
                    .filter(snapshot -> snapshot.state() != SnapshotState.COMPLETED)
                    .forEach(snapshot -> findings.add(LaunchFinding.error(
                            name, value + " is " + snapshot.stateText() + ", but must be completed")));
        } catch (IllegalArgumentException malformed) {
            findings.add(LaunchFinding.error(name, String.valueOf(malformed.getMessage())));
        } catch (NotFoundException gone) {
            findings.add(missing(name, value));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            findings.add(LaunchFinding.unread(name, value, unread));
        }
    }

    private LaunchFinding missing(String name, String value) {
        return LaunchFinding.error(name, value + " does not exist in " + region.region() + ", or is not visible");
    }
}
