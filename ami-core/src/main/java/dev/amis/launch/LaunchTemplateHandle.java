package dev.amis.launch;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.plan.Change;
import dev.amis.plan.PlanEngine;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A launch template, there already or to be made: where looking at it, changing it and launching from it start. */
public final class LaunchTemplateHandle {

    private final Session session;
    private final PlanEngine engine;
    private final TemplateName template;

    private LaunchTemplateHandle(Session session, PlanEngine engine, TemplateName template) {
        this.session = session;
        this.engine = engine;
        this.template = template;
    }

    /**
     * Takes a template by its name; {@code Amis.launchTemplate} does it.
     *
     * @param session the account, in the Region of the template
     * @param engine applies plans
     * @param name the name of the template
     * @return the handle; no call is made
     * @throws IllegalArgumentException if it can be no name of a template
     */
    @SuppressWarnings("exports")
    public static LaunchTemplateHandle of(Session session, PlanEngine engine, String name) {
        return new LaunchTemplateHandle(session, engine, TemplateName.of(name));
    }

    /**
     * Takes a template by its id; {@code Amis.launchTemplate} does it.
     *
     * @param session the account, in the Region of the template
     * @param engine applies plans
     * @param id the template
     * @return the handle; no call is made
     */
    @SuppressWarnings("exports")
    public static LaunchTemplateHandle of(Session session, PlanEngine engine, LaunchTemplateId id) {
        return new LaunchTemplateHandle(session, engine, TemplateName.of(id));
    }

    /**
     * Tells whether there is such a template, by {@code DescribeLaunchTemplateVersions}.
     *
     * @return whether there is
     */
    public boolean exists() {
        return !template.find(region()).isEmpty();
    }

    /**
     * All versions, by {@code DescribeLaunchTemplateVersions}.
     *
     * @return the versions, the newest first
     * @throws dev.amis.error.NotFoundException if there is no such template
     */
    public List<LaunchTemplateVersion> versions() {
        List<LaunchTemplateVersion> newestFirst = new ArrayList<>(template.read(region()));
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    /**
     * One version.
     *
     * @param number its number
     * @return the version
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     */
    public LaunchTemplateVersion version(long number) {
        return version(Long.toString(number));
    }

    /**
     * The version that launches take which name none.
     *
     * @return the version
     * @throws dev.amis.error.NotFoundException if there is no such template
     */
    public LaunchTemplateVersion defaultVersion() {
        return version(LaunchTemplateSpecification.DEFAULT_VERSION);
    }

    /**
     * The version with the highest number.
     *
     * @return the version
     * @throws dev.amis.error.NotFoundException if there is no such template
     */
    public LaunchTemplateVersion latestVersion() {
        return version(LaunchTemplateSpecification.LATEST_VERSION);
    }

    private LaunchTemplateVersion version(String word) {
        return template.version(region(), template.read(region()), word);
    }

    /**
     * What two versions say differently.
     *
     * @param from the number of the one
     * @param to the number of the other
     * @return the differences, without user data and values of tags
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     */
    public TemplateDiff diff(long from, long to) {
        List<LaunchTemplateVersion> versions = template.read(region());
        return TemplateDiff.between(
                template.version(region(), versions, Long.toString(from)),
                template.version(region(), versions, Long.toString(to)));
    }

    /**
     * Looks whether the default version can be launched, also by the groups and fleets that launch from it with types or
     * images of their own.
     *
     * @return what stands in the way, or may; the errors first
     * @throws dev.amis.error.NotFoundException if there is no such template
     */
    public List<LaunchFinding> validate() {
        return Validation.of(region(), defaultVersion());
    }

    /**
     * As {@link #validate()}, of another version.
     *
     * @param number its number
     * @return what stands in the way, or may; the errors first
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     */
    public List<LaunchFinding> validate(long number) {
        return Validation.of(region(), version(number));
    }

    /**
     * Begins making the template; the next step says of what.
     *
     * @return the beginning of the request
     * @throws IllegalStateException if the template was taken by its id
     */
    public TemplateSource create() {
        return new TemplateSource(
                session,
                engine,
                template.name()
                        .orElseThrow(() -> new IllegalStateException(
                                "template is " + template + ", but one that is to be made must be taken by its name")));
    }

    /**
     * Begins making a version, on top of the default one unless the next steps say otherwise.
     *
     * @return the request, which says nothing yet
     */
    public VersionCreation newVersion() {
        return VersionCreation.of(session, engine, template);
    }

    /**
     * Makes a version the default one.
     *
     * <p><b>Calls</b> {@code DescribeLaunchTemplateVersions}, {@code DescribeLaunchTemplates}, what {@link #validate()} calls,
     * {@code CreateTags}, {@code ModifyLaunchTemplate}.
     *
     * <p><b>Changes</b> the default version: launches that name none take this one. Instances that run stay as they are. The
     * template gets the tag {@code amis:default-before}, by which {@link #prune()} knows the version before.
     *
     * <p><b>Undo</b> makes the version before the default again, if it is still there, and puts the tag back.
     *
     * @param number its number
     * @return the change; it plans nothing if the version is the default already, and refuses with {@link
     *     dev.amis.error.InvalidRequestException} a version that could not be launched
     */
    public Change setDefault(long number) {
        return new DefaultSwitch(session, engine, template, number).change();
    }

    /**
     * Lets launches that name no version take another image: a new version on top of the default one becomes the default.
     *
     * <p><b>Calls</b> {@code DescribeLaunchTemplateVersions}, what {@link #validate()} calls, {@code
     * CreateLaunchTemplateVersion}, {@code ModifyLaunchTemplate}.
     *
     * <p><b>Changes</b> latest and default version. Instances that run stay as they are.
     *
     * <p><b>Undo</b> makes the version before the default again and deletes the new one, unless something was launched from
     * that by now or launches from it by its number, the way back from what has become the default leads to it, or any of that
     * cannot be read.
     *
     * @param image the image, in the Region of the template
     * @return the change; it plans nothing if the default version names the image already, and refuses with {@link
     *     dev.amis.error.InvalidRequestException} an image that could not be launched
     * @throws IllegalArgumentException if the image is of another Region
     */
    public Change switchTo(Image image) {
        return newVersion()
                .image(image)
                .makingItDefault()
                .change("switch launch template " + template + " to " + image.imageId());
    }

    /**
     * As {@link #switchTo(Image)}, by id.
     *
     * @param imageId the image, in the Region of the template
     * @return the change
     */
    public Change switchTo(ImageId imageId) {
        return newVersion()
                .image(imageId)
                .makingItDefault()
                .change("switch launch template " + template + " to " + imageId);
    }

    /**
     * Begins deleting old versions; the next steps say which stay.
     *
     * @return the request, which keeps nothing yet but what must not go
     */
    public VersionPruning prune() {
        return VersionPruning.of(session, engine, template);
    }

    /**
     * Begins launching instances, from the default version unless the next steps say otherwise.
     *
     * @return the request
     */
    public TemplateLaunch launch() {
        return TemplateLaunch.of(session, template);
    }

    private RegionalProvider region() {
        return session.here();
    }

    /** The template as it was named, and the Region. */
    @Override
    public String toString() {
        return template + " in " + session.region();
    }
}
