package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Groups that are no part of a roll-out, but launch from what it changes. */
final class Bystanders {

    private final Session session;
    private final List<GroupTarget> groups;
    private final Collection<TemplateTarget> templates;
    private final List<PointerTarget> pointers;

    Bystanders(
            Session session,
            List<GroupTarget> groups,
            Collection<TemplateTarget> templates,
            List<PointerTarget> pointers) {
        this.session = session;
        this.groups = groups;
        this.templates = templates;
        this.pointers = pointers;
    }

    /** A sentence for each that is touched; the groups of the Region are read if they are not known yet. */
    List<String> notes(Region region, @Nullable Map<String, AutoScalingGroup> known) {
        Collection<AutoScalingGroup> all =
                known == null ? new RegionPorts(session.in(region)).allGroups() : known.values();
        List<String> notes = new ArrayList<>();
        Map<LaunchTemplateSpecification, Optional<String>> images = new LinkedHashMap<>();
        for (AutoScalingGroup group : all) {
            group.launchSource()
                    .flatMap(Sources::find)
                    .filter(from -> groups.stream()
                            .noneMatch(one ->
                                    one.region().equals(region) && one.name().equals(group.name())))
                    .ifPresent(from -> {
                        byTemplate(region, group, from, notes);
                        byPointer(region, group, from, images, notes);
                    });
        }
        return notes;
    }

    private void byTemplate(
            Region region, AutoScalingGroup group, LaunchTemplateSpecification from, List<String> notes) {
        String word = from.effectiveVersion();
        for (TemplateTarget template : templates) {
            boolean moved = word.equals(LaunchTemplateSpecification.LATEST_VERSION)
                    || (word.equals(LaunchTemplateSpecification.DEFAULT_VERSION) && template.switchesDefault());
            boolean same = from.launchTemplateId()
                    .map(template.launchTemplateId()::equals)
                    .orElseGet(() -> from.launchTemplateName().equals(Optional.of(template.launchTemplateName())));
            if (moved && same && template.region().equals(region)) {
                notes.add(group.name() + " in " + region + " is not part of this, but follows " + word + " of "
                        + template.launchTemplateName() + ", so its next instances come from the new version");
            }
        }
    }

    private void byPointer(
            Region region,
            AutoScalingGroup group,
            LaunchTemplateSpecification from,
            Map<LaunchTemplateSpecification, Optional<String>> images,
            List<String> notes) {
        List<PointerTarget> here =
                pointers.stream().filter(one -> one.region().equals(region)).toList();
        if (here.isEmpty()) {
            return;
        }
        Optional<String> image;
        try {
            image = images.computeIfAbsent(
                    from,
                    one -> new RegionPorts(session.in(region)).version(one).imageReference());
        } catch (AmiException unread) {
            notes.add("whether " + group.name() + " in " + region + " is touched could not be read: "
                    + unread.getMessage());
            return;
        }
        here.stream()
                .filter(pointer -> pointer.isNamedBy(image))
                .forEach(pointer ->
                        notes.add(group.name() + " in " + region + " is not part of this, but takes its image"
                                + " from " + pointer.parameter() + ", so its next instances come from the new one"));
    }
}
