package dev.amis.launch;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateData;
import dev.amis.plan.Change;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A version of a launch template that is to be made on top of another. Immutable: each step makes a new one. */
public final class VersionCreation {

    private final Session session;
    private final PlanEngine engine;
    private final VersionRequest request;

    private VersionCreation(Session session, PlanEngine engine, VersionRequest request) {
        this.session = session;
        this.engine = engine;
        this.request = request;
    }

    static VersionCreation of(Session session, PlanEngine engine, TemplateName template) {
        return new VersionCreation(
                session, engine, new VersionRequest(template, Optional.empty(), List.of(), Optional.empty(), false));
    }

    /**
     * Says which version it is made on top of; by default the default one.
     *
     * @param number its number
     * @return the new request
     * @throws IllegalArgumentException if the number is less than 1
     */
    public VersionCreation onTopOf(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("version number is " + number + ", but must be at least 1");
        }
        return with(new VersionRequest(
                request.template(), Optional.of(number), request.changes(), request.text(), request.usual()));
    }

    /**
     * Takes another image.
     *
     * @param image the image, in the Region of the template
     * @return the new request
     * @throws IllegalArgumentException if the image is of another Region
     */
    public VersionCreation image(Image image) {
        return and(Requests.image(session, image));
    }

    /**
     * Takes another image. A snapshot that the version names for the root volume is left out, since it holds the disk of
     * the old image.
     *
     * @param imageId the image, in the Region of the template
     * @return the new request
     */
    public VersionCreation image(ImageId imageId) {
        return and(new DataChange.Set("ImageId", imageId.value()));
    }

    /**
     * Takes another type of instance.
     *
     * @param type the type
     * @return the new request
     */
    public VersionCreation instanceType(InstanceType type) {
        return and(new DataChange.Set("InstanceType", type.value()));
    }

    /**
     * Takes all of these parameters. As EC2 has it, each goes before all that the version has below its first word: one
     * security group that is named takes the place of all.
     *
     * @param changes the parameters
     * @return the new request
     */
    public VersionCreation with(LaunchTemplateData changes) {
        return and(new DataChange.Put(changes));
    }

    /**
     * Sets one parameter, and leaves those beside it.
     *
     * @param parameter its full name in EC2's words, for example {@code MetadataOptions.HttpTokens}
     * @param value its value
     * @return the new request
     * @throws IllegalArgumentException if the name is not in EC2's form
     */
    public VersionCreation with(String parameter, String value) {
        return and(new DataChange.Set(parameter, value));
    }

    /**
     * Leaves a parameter out, with all below it. The version is then made of what is known of the source instead of on top of
     * it, since EC2 takes nothing away.
     *
     * @param parameter a full name, or the beginning of one up to a dot
     * @return the new request
     */
    public VersionCreation without(String parameter) {
        return and(new DataChange.Drop(parameter));
    }

    /**
     * Notes something about the version.
     *
     * @param description up to 200 characters; a mark follows by which the version is known again
     * @return the new request
     * @throws IllegalArgumentException if it is blank or longer
     */
    public VersionCreation describedAs(String description) {
        VersionMark.checkText(description);
        return with(new VersionRequest(
                request.template(), request.source(), request.changes(), Optional.of(description), request.usual()));
    }

    /**
     * Lets the version become the default one.
     *
     * @return the new request
     */
    public VersionCreation makingItDefault() {
        return with(new VersionRequest(request.template(), request.source(), request.changes(), request.text(), true));
    }

    private VersionCreation and(DataChange change) {
        List<DataChange> more = new ArrayList<>(request.changes());
        more.add(change);
        return with(new VersionRequest(
                request.template(), request.source(), List.copyOf(more), request.text(), request.usual()));
    }

    private VersionCreation with(VersionRequest changed) {
        return new VersionCreation(session, engine, changed);
    }

    /**
     * Looks what would be done.
     *
     * <p><b>Calls</b> {@code DescribeLaunchTemplateVersions}, and what {@link LaunchTemplateHandle#validate()} calls.
     *
     * <p><b>Changes</b> nothing.
     *
     * <p><b>Undo</b> nothing to undo.
     *
     * @return the plan with the differences among its notes; empty if there is such a version already
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     * @throws dev.amis.error.InvalidRequestException if the version could not be launched
     * @throws IllegalStateException if no change is asked for
     */
    public Plan plan() {
        return change("new version of " + request.template()).plan();
    }

    /**
     * Makes the version. If this request made it already, as a process that died did, it is taken as it is.
     *
     * <p><b>Calls</b> what {@link #plan()} calls, {@code CreateLaunchTemplateVersion}, and {@code ModifyLaunchTemplate} if it
     * becomes the default.
     *
     * <p><b>Changes</b> the latest version, and the default one if asked for. Instances that run stay as they are.
     *
     * <p><b>Undo</b> makes the version before the default again and deletes the new one, unless something was launched from
     * that by now or launches from it by its number, the way back from what has become the default leads to it, or any of that
     * cannot be read.
     *
     * @return what became of it
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     * @throws dev.amis.error.InvalidRequestException if the version could not be launched
     * @throws IllegalStateException if no change is asked for
     */
    public ChangeReport apply() {
        return change("new version of " + request.template()).apply();
    }

    Change change(String title) {
        return engine.change(title, plan -> new VersionPlanning(session, request, plan).plan());
    }

    /** What is asked for. */
    @Override
    public String toString() {
        return request.toString();
    }
}
