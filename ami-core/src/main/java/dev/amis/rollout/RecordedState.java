package dev.amis.rollout;

import dev.amis.error.Failure;
import dev.amis.error.StalePlanException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.Region;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses a plan whose facts have changed, before anything is changed. */
final class RecordedState {

    private final Session session;
    private final RolloutPlan plan;
    private final PlannedGroups groups;

    RecordedState(Session session, RolloutPlan plan) {
        this.session = session;
        this.plan = plan;
        this.groups = new PlannedGroups(session, plan);
    }

    void require() {
        require(false);
    }

    /** The same for a roll-out that was begun, but came no further than to hold groups at their versions. */
    void requireOrHeld() {
        require(true);
    }

    private void require(boolean mayBeHeld) {
        groups.now(plan.groups()).forEach((group, now) -> require(group, now, mayBeHeld));
        plan.templates().forEach(this::require);
        plan.pointers().forEach(this::require);
        requireImages();
    }

    private void requireImages() {
        Map<Region, Set<ImageId>> images = new LinkedHashMap<>();
        plan.templates()
                .forEach(one -> images.computeIfAbsent(one.region(), region -> new LinkedHashSet<>())
                        .add(one.newImage()));
        plan.pointers()
                .forEach(one -> images.computeIfAbsent(one.region(), region -> new LinkedHashSet<>())
                        .add(one.newImage()));
        images.forEach((region, ids) -> ids.forEach(id -> {
            Optional<String> why = ImageLookup.find(session.in(region), id)
                    .map(image -> image.whyNot(ImageOperation.LAUNCH))
                    .orElse(Optional.of("it is not there, or not visible"));
            why.ifPresent(text -> {
                throw stale(id.value(), region, "it cannot be launched now: " + text);
            });
        }));
    }

    private void require(GroupTarget group, AutoScalingGroup now, boolean mayBeHeld) {
        boolean isHeld = mayBeHeld && groups.isAt(group, now, group.at(group.version()));
        if (!isHeld && !groups.isAt(group, now, group.source())) {
            throw stale(group.name(), group.region(), PlannedGroups.told(now) + " now, not from " + group.source());
        }
        groups.ports(group.region()).activeRefresh(group.name()).ifPresent(refresh -> {
            throw stale(group.name(), group.region(), "it is being refreshed already: " + refresh);
        });
    }

    private void require(TemplateTarget template) {
        LaunchTemplate now = groups.ports(template.region()).template(template.launchTemplateId());
        if (now.defaultVersionNumber() != template.defaultVersion()
                || now.latestVersionNumber() != template.latestVersion()) {
            throw stale(
                    template.launchTemplateName(),
                    template.region(),
                    "its default and latest versions are "
                            + now.defaultVersionNumber() + " and " + now.latestVersionNumber() + " now, not "
                            + template.defaultVersion() + " and " + template.latestVersion());
        }
    }

    private void require(PointerTarget pointer) {
        String says = Pointers.says(session.in(pointer.region()), pointer.parameter());
        if (!says.equals(pointer.image().value())) {
            throw stale(
                    pointer.parameter().value(),
                    pointer.region(),
                    "it says '" + says + "' now, not " + pointer.image());
        }
    }

    private static StalePlanException stale(String resource, Region region, String why) {
        return new StalePlanException(Failure.of("roll-out", why)
                .resource(resource)
                .region(region)
                .advice("Make a new plan")
                .build());
    }
}
