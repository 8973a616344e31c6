package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Pages;
import dev.amis.internal.Polling;
import dev.amis.internal.Session;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceStatus;
import dev.amis.spi.DescribeInstanceStatusRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.InstanceLifecyclePort;
import java.time.Instant;
import java.util.List;

/** One verification: launches, waits, checks, keeps what was printed, and ends what it launched whatever happens. */
final class VerificationRun {

    private final Session session;
    private final VerificationRequest request;
    private final InstanceLifecyclePort port;
    private final Instant startedAt;
    private final Instant deadline;
    private final TestLaunch launch;

    VerificationRun(Session session, VerificationRequest request, InstanceLifecyclePort port) {
        this.session = session;
        this.request = request;
        this.port = port;
        this.startedAt = session.now();
        this.deadline = startedAt.plus(request.within());
        this.launch = new TestLaunch(session, request, port);
    }

    Verification run() {
        List<Probe> probes = launch.probes(startedAt);
        List<InstanceId> others;
        try {
            launch.start();
            awaitStatus(probes);
            new CheckRun(session, request.checks(), deadline).run(probes);
            lookOnceMore(probes);
            probes.forEach(this::keepConsole);
        } finally {
            // Also when the process is about to end for another reason; what cannot be done now, a sweep does.
            others = launch.end();
        }
        Verification.Builder verification = Verification.builder();
        verification
                .id(request.id())
                .imageId(request.imageId())
                .region(request.region())
                .startedAt(startedAt)
                .finishedAt(session.now())
                .addAllOthersLeft(others);
        probes.forEach(probe -> verification.addInstance(probe.seen()));
        return verification.build();
    }

    /** One look for all instances. */
    private void awaitStatus(List<Probe> probes) {
        Polling polling = new Polling(session, "verify", deadline);
        while (probes.stream().anyMatch(Probe::isComing)) {
            look(probes.stream().filter(Probe::isComing).toList(), polling);
            if (probes.stream().noneMatch(Probe::isComing)) {
                return;
            }
            if (!polling.pause()) {
                probes.stream()
                        .filter(Probe::isComing)
                        .forEach(probe -> probe.failed("its status checks had not passed after "
                                + request.within().toSeconds() + " s"));
            }
        }
    }

    private void look(List<Probe> coming, Polling polling) {
        try {
            for (InstanceStatus status : statuses(coming)) {
                coming.stream()
                        .filter(probe -> probe.is(status.instanceId()))
                        .forEach(probe -> probe.saw(status, session.now()));
            }
        } catch (NotFoundException notYet) {
            if (!polling.mayBeInvisible()) {
                throw notYet;
            }
        }
        coming.stream().filter(Probe::isGone).forEach(this::readReason);
    }

    /** What ended while the checks ran has not stood the test. */
    private void lookOnceMore(List<Probe> probes) {
        List<Probe> up = probes.stream().filter(Probe::isUp).toList();
        if (!request.checks().isEmpty() && !up.isEmpty()) {
            statuses(up)
                    .forEach(status -> up.stream()
                            .filter(probe -> probe.is(status.instanceId()))
                            .forEach(probe -> probe.sawAfter(status)));
            up.stream().filter(Probe::isGone).forEach(this::readReason);
        }
    }

    private List<InstanceStatus> statuses(List<Probe> probes) {
        List<InstanceId> ids =
                probes.stream().flatMap(probe -> probe.id().stream()).toList();
        DescribeInstanceStatusRequest question = DescribeInstanceStatusRequest.builder()
                .addAllInstanceIds(ids)
                .includeAllInstances(true)
                .build();
        return Pages.all("DescribeInstanceStatus", token -> port.describeInstanceStatus(question.withNextToken(token)));
    }

    private void readReason(Probe probe) {
        DescribeInstancesRequest question = DescribeInstancesRequest.builder()
                .addInstanceId(probe.id().orElseThrow())
                .build();
        for (Instance instance : OwnResources.instances(session.here(), question)) {
            probe.seen(probe.seen().withStateReason(instance.stateReason()));
        }
    }

    private void keepConsole(Probe probe) {
        if (probe.id().isEmpty()) {
            return;
        }
        try {
            probe.seen(probe.seen()
                    .withConsole(ConsoleReading.of(port, probe.id().get()).text()));
        } catch (AmiException unread) {
            // The console is a help, not part of the test: it neither fails the image nor keeps the instance alive.
            if (!probe.isUp()) {
                String problem = probe.seen().problem().orElse("");
                probe.failed(problem + "; its console could not be read: "
                        + unread.failure().reason());
            }
        }
    }
}
