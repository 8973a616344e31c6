package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.Patience;
import dev.amis.internal.Session;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.RunInstancesRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Launches the test instances and ends them. Client tokens are made of the request and of how many instances of it are gone
 * already: after a crash they are the same, so that what was launched is taken over, and in a later run they are others.
 */
final class TestLaunch {

    private static final int MOST_REPEATS = 5;
    private static final int MOST_GENERATIONS = 100;

    private final Session session;
    private final VerificationRequest request;
    private final InstanceLifecyclePort port;
    private final VerificationTag tag;
    private final List<Probe> probes = new ArrayList<>();
    private List<BlockDeviceMapping> volumes = List.of();
    private boolean looked;

    TestLaunch(Session session, VerificationRequest request, InstanceLifecyclePort port) {
        this.session = session;
        this.request = request;
        this.port = port;
        this.tag = VerificationTag.of(request);
    }

    /** One for each type in each subnet. */
    List<Probe> probes(Instant at) {
        for (Optional<InstanceType> type : orNone(request.instanceTypes())) {
            for (Optional<String> subnet : orNone(request.subnetIds())) {
                probes.add(new Probe(probes.size(), type, subnet, at));
            }
        }
        return List.copyOf(probes);
    }

    private static <T> List<Optional<T>> orNone(List<T> values) {
        return values.isEmpty()
                ? List.of(Optional.empty())
                : values.stream().map(Optional::of).toList();
    }

    void start() {
        volumes = ImageLookup.find(session.here(), request.imageId())
                .map(TestVolumes::goingWith)
                .orElse(List.of());
        int gone = Math.toIntExact(VerificationTag.instances(session.here(), request.id()).stream()
                .filter(VerificationTag::isGone)
                .count());
        looked = true;
        for (Probe probe : probes) {
            try {
                Instance instance = launch(probe, gone);
                probe.seen(probe.seen().withInstanceId(instance.instanceId()).withStateText(instance.stateText()));
            } catch (WaitInterruptedException interrupted) {
                throw interrupted;
            } catch (AmiException refused) {
                probe.failed(refused.failure().message());
            }
        }
    }

    private Instance launch(Probe probe, int gone) {
        int last = gone + MOST_GENERATIONS - 1;
        for (int next = gone; ; next++) {
            try {
                Instance instance = launchOnce(probe, next);
                if (next == last || !isPast(probe, instance)) {
                    return instance;
                }
            } catch (ConflictException refused) {
                if (next == last || !refused.hasCode("IdempotentInstanceTerminated")) {
                    throw refused;
                }
            }
        }
    }

    /** An instance that was ended in an earlier run answers to the token still, and one that a sweep may end soon. */
    private boolean isPast(Probe probe, Instance instance) {
        Instant begun = probe.seen().launchedAt();
        return VerificationTag.isGone(instance)
                ? instance.launchTime().map(at -> at.isBefore(begun)).orElse(true)
                : instance.launchTime().isPresent() && !tag.mayBeTakenOver(instance, begun);
    }

    private Instance launchOnce(Probe probe, int generation) {
        RunInstancesRequest.Builder asked = RunInstancesRequest.builder();
        asked.imageId(request.imageId())
                .instanceType(probe.seen().instanceType())
                .subnetId(probe.seen().subnetId())
                .addAllSecurityGroupIds(request.securityGroupIds())
                .iamInstanceProfile(request.iamInstanceProfile())
                .userData(request.userData())
                .addAllBlockDeviceMappings(volumes)
                .terminateOnShutdown(true)
                .tags(tag.tags())
                .clientToken(tag.token(probe.slot(), generation));
        RunInstancesRequest launch = asked.build();
        Patience patience = new Patience(session, MOST_REPEATS);
        while (true) {
            try {
                return port.runInstances(launch).get(0);
            } catch (OutcomeUnknownException lost) {
                if (!patience.pause()) {
                    throw lost;
                }
            }
        }
    }

    /**
     * Ends what is there; never throws what EC2 answers, and lets an interrupt wait until it is done.
     *
     * @return what no probe knows of and could not be ended
     */
    List<InstanceId> end() {
        boolean interrupted = Thread.interrupted();
        try {
            Set<InstanceId> known = new LinkedHashSet<>();
            probes.forEach(probe -> probe.id().ifPresent(known::add));
            Set<InstanceId> ids = new LinkedHashSet<>(known);
            ids.addAll(found());
            if (ids.isEmpty()) {
                return List.of();
            }
            Set<InstanceId> ended = new Ending(session, port).end(List.copyOf(ids));
            probes.stream()
                    .filter(probe -> probe.id().filter(ended::contains).isPresent())
                    .forEach(probe -> probe.seen(probe.seen().withTerminated(true)));
            return ids.stream()
                    .filter(id -> !known.contains(id) && !ended.contains(id))
                    .toList();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Those that carry the tag: an answer may have been lost, or a process have died. */
    private List<InstanceId> found() {
        if (!looked) {
            return List.of();
        }
        try {
            return VerificationTag.instances(session.here(), request.id()).stream()
                    .filter(instance -> !VerificationTag.isGone(instance))
                    .map(Instance::instanceId)
                    .toList();
        } catch (AmiException unread) {
            // What is known can be ended without; the rest carries the tag that a sweep goes by.
            return List.of();
        }
    }
}
