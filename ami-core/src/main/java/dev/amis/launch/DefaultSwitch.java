package dev.amis.launch;

import dev.amis.internal.Session;
import dev.amis.internal.TemplateLook;
import dev.amis.internal.VersionTrail;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Change;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.TemplateAction;
import dev.amis.plan.TemplateVersionName;
import java.util.List;

/** Another version that is there becomes the default. */
record DefaultSwitch(Session session, PlanEngine engine, TemplateName template, long number) {

    private static final int MOST_TAGS = 50;

    DefaultSwitch {
        new TemplateVersionName.Numbered(number);
    }

    Change change() {
        return engine.change("default version of " + template, this::plan);
    }

    private void plan(Plan.Builder plan) {
        List<LaunchTemplateVersion> versions = template.read(session.here());
        LaunchTemplateVersion usual =
                template.version(session.here(), versions, LaunchTemplateSpecification.DEFAULT_VERSION);
        LaunchTemplateVersion wanted = template.version(session.here(), versions, Long.toString(number));
        if (wanted.versionNumber() == usual.versionNumber()) {
            return;
        }
        Requests.refuseErrors(
                session.region(),
                wanted.toString(),
                Validation.of(session.here(), usual, wanted.launchTemplateData()),
                plan::addNote);
        note(plan, wanted, usual.versionNumber());
        plan.addAction(PlannedAction.of(
                new TemplateAction.SetDefault(
                        session.region(), wanted.launchTemplateId(), new TemplateVersionName.Numbered(number)),
                "the default is version " + usual.versionNumber(),
                Facts.builder().defaultVersion(usual.versionNumber()).build(),
                session.now()));
    }

    /** Before the switch, so that whoever prunes in between knows the way back; a version that is there cannot tell it. */
    private void note(Plan.Builder plan, LaunchTemplateVersion wanted, long before) {
        Tags present =
                TemplateLook.template(session.here(), wanted.launchTemplateId()).tags();
        Tags note = VersionTrail.note(number, before);
        if (present.get(VersionTrail.KEY).isEmpty()
                && present.userTags().asMap().size() >= MOST_TAGS) {
            plan.addNote("the template has " + MOST_TAGS + " tags, so that the way back to version " + before
                    + " cannot be noted: pruning will not know it");
            return;
        }
        Facts.Builder facts = Facts.builder();
        present.get(VersionTrail.KEY)
                .ifPresentOrElse(
                        value -> facts.someTags(Tags.of(VersionTrail.KEY, value)),
                        () -> facts.addMissingTags(VersionTrail.KEY));
        plan.addAction(PlannedAction.of(
                new Action.SetTags(session.region(), wanted.launchTemplateId().value(), note),
                "the way back leads to version " + before,
                facts.build(),
                session.now()));
    }
}
