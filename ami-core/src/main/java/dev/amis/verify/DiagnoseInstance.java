package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Pages;
import dev.amis.internal.Session;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceStatus;
import dev.amis.model.StatusCheck;
import dev.amis.spi.DescribeInstanceStatusRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.InstanceLifecyclePort;
import java.util.ArrayList;
import java.util.List;

/**
 * The question why an instance did not come up, once it was launched. Nothing is asked before {@link #run()}, and nothing
 * changed.
 */
public final class DiagnoseInstance {

    private final Session session;
    private final InstanceId instanceId;

    /**
     * Begins the question; {@code Amis.diagnose} does it.
     *
     * @param session the account, in the Region of the instance
     * @param instanceId the instance, which may be terminated as long as EC2 shows it
     */
    @SuppressWarnings("exports")
    public DiagnoseInstance(Session session, InstanceId instanceId) {
        this.session = session;
        this.instanceId = instanceId;
    }

    /**
     * Looks why EC2 ended it, at its status checks, at what it printed, and at what can be said of its image on its type.
     *
     * <p><b>Calls</b> {@code DescribeInstances}, {@code DescribeInstanceStatus}, {@code GetConsoleOutput}, and what {@link
     * DiagnoseImage#run()} calls.
     *
     * @return what was found; also what could not be looked at
     * @throws NotFoundException if there is no such instance
     * @throws UnsupportedCapabilityException before any call if the provider offers no console output
     */
    public Diagnosis run() {
        InstanceLifecyclePort port = session.here()
                .instanceLifecycle()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        failure("GetConsoleOutput", "the provider does not offer it")));
        Instance instance = read();
        List<Finding> findings = new ArrayList<>();
        instance.stateReason().ifPresent(reason -> findings.addAll(StateReasons.explain(reason)));
        findings.addAll(printed(port));
        findings.addAll(status(port));
        DiagnoseImage before = new DiagnoseImage(session, instance.imageId());
        findings.addAll((session.here().instanceTypes().isPresent() ? before.on(instance.instanceType()) : before)
                .run()
                .findings());
        return new Diagnosis(instance.imageId(), session.region(), findings);
    }

    private Instance read() {
        DescribeInstancesRequest question =
                DescribeInstancesRequest.builder().addInstanceId(instanceId).build();
        return OwnResources.instances(session.here(), question).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        failure("DescribeInstances", "EC2 shows no such instance in this Region")));
    }

    private List<Finding> printed(InstanceLifecyclePort port) {
        try {
            return ConsoleReading.of(port, instanceId)
                    .text()
                    .map(ConsoleMarks::explain)
                    .orElseGet(() -> List.of(Finding.unknown(
                            "the instance printed nothing yet",
                            "EC2 keeps the console some minutes behind",
                            "Look again later")));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return List.of(Finding.unknown(
                    "the console could not be read",
                    unread.failure().reason(),
                    "Let the caller use ec2:GetConsoleOutput; of a terminated instance it is kept for an hour"));
        }
    }

    private List<Finding> status(InstanceLifecyclePort port) {
        DescribeInstanceStatusRequest question = DescribeInstanceStatusRequest.builder()
                .addInstanceId(instanceId)
                .includeAllInstances(true)
                .build();
        try {
            return Pages.all(
                            "DescribeInstanceStatus",
                            token -> port.describeInstanceStatus(question.withNextToken(token)))
                    .stream()
                    .flatMap(status -> impaired(status).stream())
                    .toList();
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return List.of(Finding.unknown(
                    "its status checks could not be read",
                    unread.failure().reason(),
                    "Let the caller use ec2:DescribeInstanceStatus"));
        }
    }

    private static List<Finding> impaired(InstanceStatus status) {
        List<Finding> findings = new ArrayList<>();
        if (status.instanceCheck() == StatusCheck.IMPAIRED) {
            findings.add(Finding.blocking(
                    "its instance check fails",
                    "what runs on it does not answer",
                    "Look at what it printed, and make the image anew"));
        }
        if (status.systemCheck() == StatusCheck.IMPAIRED) {
            findings.add(Finding.blocking(
                    "its system check fails",
                    "the machine beneath does not work, which says nothing about the image",
                    "Stop it and start it again, which moves it"));
        }
        return findings;
    }

    private Failure failure(String operation, String reason) {
        return Failure.of(operation, reason)
                .resource(instanceId.value())
                .region(session.region())
                .build();
    }
}
