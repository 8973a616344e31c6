package dev.amis.launch;

import dev.amis.internal.Session;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
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
        plan.addAction(PlannedAction.of(
                new TemplateAction.SetDefault(
                        session.region(), wanted.launchTemplateId(), new TemplateVersionName.Numbered(number)),
                "the default is version " + usual.versionNumber(),
                Facts.builder().defaultVersion(usual.versionNumber()).build(),
                session.now()));
    }
}
