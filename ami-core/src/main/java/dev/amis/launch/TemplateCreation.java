package dev.amis.launch;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.internal.Session;
import dev.amis.internal.TemplateLook;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.TemplateAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A launch template that is to be made. Immutable: each step makes a new one. */
public final class TemplateCreation {

    private final Session session;
    private final PlanEngine engine;
    private final String name;
    private final Supplier<LaunchTemplateData> source;
    private final String text;
    private final List<DataChange> changes;
    private final Tags tags;

    TemplateCreation(
            Session session, PlanEngine engine, String name, Supplier<LaunchTemplateData> source, String text) {
        this(session, engine, name, source, text, List.of(), Tags.none());
    }

    private TemplateCreation(
            Session session,
            PlanEngine engine,
            String name,
            Supplier<LaunchTemplateData> source,
            String text,
            List<DataChange> changes,
            Tags tags) {
        this.session = session;
        this.engine = engine;
        this.name = name;
        this.source = source;
        this.text = text;
        this.changes = changes;
        this.tags = tags;
    }

    /**
     * Takes another image.
     *
     * @param image the image, in the Region that is meant
     * @return the new request
     * @throws IllegalArgumentException if the image is of another Region
     */
    public TemplateCreation image(Image image) {
        return and(Requests.image(session, image));
    }

    /**
     * Takes another image.
     *
     * @param imageId the image, in the Region that is meant
     * @return the new request
     */
    public TemplateCreation image(ImageId imageId) {
        return and(new DataChange.Set("ImageId", imageId.value()));
    }

    /**
     * Sets one parameter.
     *
     * @param parameter its full name in EC2's words, for example {@code MetadataOptions.HttpTokens}
     * @param value its value
     * @return the new request
     * @throws IllegalArgumentException if the name is not in EC2's form
     */
    public TemplateCreation with(String parameter, String value) {
        return and(new DataChange.Set(parameter, value));
    }

    /**
     * Leaves a parameter out, with all below it.
     *
     * @param parameter a full name, or the beginning of one up to a dot
     * @return the new request
     */
    public TemplateCreation without(String parameter) {
        return and(new DataChange.Drop(parameter));
    }

    /**
     * Notes something about the first version.
     *
     * @param description up to 200 characters; a mark follows by which the template is known again
     * @return the new request
     * @throws IllegalArgumentException if it is blank or longer
     */
    public TemplateCreation describedAs(String description) {
        VersionMark.checkText(description);
        return new TemplateCreation(session, engine, name, source, description, changes, tags);
    }

    /**
     * Adds a tag of the template, not of what is launched from it.
     *
     * @param key the key
     * @param value the value
     * @return the new request
     * @throws IllegalArgumentException if EC2 would refuse the tag
     */
    public TemplateCreation tag(String key, String value) {
        return new TemplateCreation(session, engine, name, source, text, changes, tags.with(key, value));
    }

    private TemplateCreation and(DataChange change) {
        List<DataChange> more = new ArrayList<>(changes);
        more.add(change);
        return new TemplateCreation(session, engine, name, source, text, List.copyOf(more), tags);
    }

    /**
     * Looks what would be done.
     *
     * <p><b>Calls</b> {@code GetLaunchTemplateData} for a template from an instance, {@code
     * DescribeLaunchTemplateVersions}, {@code DescribeImages}, {@code DescribeInstanceTypes}, {@code DescribeSnapshots},
     * {@code ssm:GetParameter} for an image that is named by a parameter.
     *
     * <p><b>Changes</b> nothing.
     *
     * <p><b>Undo</b> nothing to undo.
     *
     * @return the plan, empty if this request has made the template already
     * @throws ConflictException if there is another template of that name
     * @throws dev.amis.error.InvalidRequestException if it could not be launched
     */
    public Plan plan() {
        return engine.change("make launch template " + name, this::plan).plan();
    }

    /**
     * Makes the template with its first version, which is the default one.
     *
     * <p><b>Calls</b> what {@link #plan()} calls, and {@code CreateLaunchTemplate}.
     *
     * <p><b>Changes</b> the launch templates of the account.
     *
     * <p><b>Undo</b> deletes the template, unless it has got versions or something launches from it.
     *
     * @return what became of it
     * @throws ConflictException if there is another template of that name
     * @throws dev.amis.error.InvalidRequestException if it could not be launched
     */
    public ChangeReport apply() {
        return engine.change("make launch template " + name, this::plan).apply();
    }

    private void plan(Plan.Builder plan) {
        LaunchTemplateData from = source.get();
        LaunchTemplateData data = DataChange.withoutOldRoot(session.here(), from, DataChange.apply(changes, from));
        String description = VersionMark.ofTemplate(text, name, data);
        List<LaunchTemplateVersion> there = TemplateLook.versions(session.here(), name);
        if (there.size() == 1 && there.get(0).versionDescription().equals(Optional.of(description))) {
            plan.addNote("the template is there already, as " + there.get(0).launchTemplateId());
            return;
        }
        if (!there.isEmpty()) {
            throw new ConflictException(Failure.of("CreateLaunchTemplate", "there is a template of that name")
                    .resource(name)
                    .region(session.region())
                    .advice("Make a new version of it, or choose another name")
                    .build());
        }
        Requests.refuseErrors(session.region(), name, LaunchCheck.of(session.here(), data, List.of()), plan::addNote);
        Facts facts = Requests.image(data, Facts.builder())
                .defaultVersion(0L)
                .latestVersion(0L)
                .build();
        plan.addAction(PlannedAction.of(
                new TemplateAction.Create(
                        session.region(), name, data, description, tags, VersionMark.token(session, description)),
                "there is no such template yet",
                facts,
                session.now()));
    }

    /** The name of the template. */
    @Override
    public String toString() {
        return "launch template " + name + " " + text;
    }
}
