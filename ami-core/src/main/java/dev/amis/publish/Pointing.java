package dev.amis.publish;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.ParameterMark;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.PointerAction;
import dev.amis.spi.RegionalProvider;
import dev.amis.verify.Verification;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parameter that is to say an image. Immutable: each step makes a new one. */
public final class Pointing {

    private final Session session;
    private final PlanEngine engine;
    private final ParameterName name;
    private final Supplier<Map<Region, ImageId>> targets;
    private final PointingDemands demands;

    Pointing(Session session, PlanEngine engine, ParameterName name, Supplier<Map<Region, ImageId>> targets) {
        this(session, engine, name, targets, PointingDemands.NONE);
    }

    private Pointing(
            Session session,
            PlanEngine engine,
            ParameterName name,
            Supplier<Map<Region, ImageId>> targets,
            PointingDemands demands) {
        this.session = session;
        this.engine = engine;
        this.name = name;
        this.targets = targets;
        this.demands = demands;
    }

    /**
     * Insists that these accounts may launch the image: whoever reads a pointer to an image that it cannot launch has an
     * outage. Permissions of organizations do not count, because who belongs to them is not known here.
     *
     * @param first an account
     * @param more further accounts
     * @return the new change to be
     */
    public Pointing readableBy(AccountId first, AccountId... more) {
        return with(demands.withReaders(
                Stream.concat(Stream.of(first), Stream.of(more)).toList()));
    }

    /**
     * Takes over a parameter of type {@code aws:ec2:image} that something else made.
     *
     * @return the new change to be
     */
    public Pointing takingOver() {
        return with(demands.withTakingOver());
    }

    /**
     * Insists that the image passed a test: for each image there must be a verification that is about it, and passed.
     *
     * @param first a verification
     * @param more those of further images, for example of copies in other Regions
     * @return the new change to be
     */
    public Pointing demanding(Verification first, Verification... more) {
        return with(demands.withVerifications(
                Stream.concat(Stream.of(first), Stream.of(more)).toList()));
    }

    /**
     * Insists that the image passed the test gate of a bake, as its tag {@code amis:verified} says. A tag that a copy took over
     * from its source does not count: verify the copy and demand the result.
     *
     * @return the new change to be
     */
    public Pointing requiringVerification() {
        return with(demands.withVerified());
    }

    /**
     * Looks what would be done.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code ssm:DescribeParameters}, {@code ssm:GetParameter}, for readers {@code
     * DescribeImageAttribute}, and for rolling back {@code ssm:GetParameterHistory}.
     *
     * <p><b>Changes</b> nothing.
     *
     * <p><b>Undo</b> nothing to undo.
     *
     * @return the plan, empty if all parameters say so already
     * @throws ConflictException if an image is not available, not visible to its readers or not verified though that is
     *     demanded, or a parameter of that name is somebody else's or of another type; nothing is changed in any Region then
     * @throws dev.amis.error.ImageFailedException if a verification that is demanded was not passed
     * @throws NotFoundException if there is no such image
     */
    public Plan plan() {
        return engine.change("publish " + name, this::plan).plan();
    }

    /**
     * Lets the parameters say so.
     *
     * <p><b>Calls</b> what {@link #plan()} calls, {@code ssm:PutParameter} for each Region, and {@code ssm:GetParameter} to read
     * it back.
     *
     * <p><b>Changes</b> the parameter, by one more version, in each Region where it says something else; it is made where
     * it is not there.
     *
     * <p><b>Undo</b> puts back the image before, and the description of a parameter that was taken over; a parameter that was made
     * is deleted.
     *
     * @return what became of each Region
     * @throws ConflictException as {@link #plan()}
     * @throws dev.amis.error.ImageFailedException as {@link #plan()}
     * @throws NotFoundException if there is no such image
     */
    public ChangeReport apply() {
        return engine.change("publish " + name, this::plan).apply();
    }

    private void plan(Plan.Builder plan) {
        Map<Region, ImageId> wanted = targets.get();
        wanted.forEach(this::requirePassed);
        wanted.forEach((region, imageId) -> plan(plan, session.in(region), imageId));
    }

    private void requirePassed(Region region, ImageId imageId) {
        if (!demands.verifications().isEmpty()) {
            Verification.demanded("Publishing " + name, demands.verifications(), imageId, region);
        }
    }

    private void plan(Plan.Builder plan, RegionalProvider region, ImageId imageId) {
        Image image = requireAvailable(region, imageId);
        Facts.Builder facts = Facts.builder().state(ImageState.AVAILABLE);
        if (demands.verified()) {
            facts.someTags(requireTagged(region, image));
        }
        if (!demands.readers().isEmpty()) {
            facts.launchPermissions(requireReadable(region, imageId));
        }
        facts.parameterDescription(requireOurs(region));
        String says = Pointers.find(region, name).flatMap(Parameter::value).orElse("");
        if (!says.equals(imageId.value())) {
            plan.addAction(PlannedAction.of(
                    new PointerAction.Point(region.region(), name, imageId),
                    says.isEmpty() ? "there is no such parameter yet" : "it says " + says,
                    facts.parameterValue(says).build(),
                    session.now()));
        }
    }

    /** The tag of its own test: copies of an image take its tags along. */
    private Tags requireTagged(RegionalProvider region, Image image) {
        return image.tags()
                .get(Verification.TAG)
                .filter(value -> Verification.isTaggedOn(image))
                .map(value -> Tags.of(Verification.TAG, value))
                .orElseThrow(() -> new ConflictException(failure(
                                region,
                                image.imageId(),
                                "it has no tag " + Verification.TAG + " of its own, so no gate tested it")
                        .advice("Bake it with a test gate, or verify it and demand the result")
                        .build()));
    }

    private Image requireAvailable(RegionalProvider region, ImageId imageId) {
        Image image = ImageLookup.find(region, imageId)
                .orElseThrow(() -> new NotFoundException(
                        failure(region, imageId, "there is no such image, or it is not visible")
                                .build(),
                        null));
        if (image.state() != ImageState.AVAILABLE) {
            throw new ConflictException(failure(region, imageId, "it is " + image.stateText())
                    .advice("Publish an image that is available")
                    .build());
        }
        return image;
    }

    private Set<LaunchPermission> requireReadable(RegionalProvider region, ImageId imageId) {
        Set<LaunchPermission> permissions = region.imageAttributes().describeLaunchPermissions(imageId);
        Set<AccountId> blind = demands.readers().stream()
                .filter(reader -> !reader.equals(session.account())
                        && !permissions.contains(LaunchPermission.EVERYONE)
                        && !permissions.contains(LaunchPermission.of(reader)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!blind.isEmpty()) {
            throw new ConflictException(failure(region, imageId, "accounts " + blind + " may not launch it")
                    .advice("Share it with them first, or leave them out of readableBy")
                    .build());
        }
        return permissions;
    }

    /** Refuses a parameter that is not to be written. */
    void requireOurs(Region region) {
        requireOurs(session.in(region));
    }

    /** Answers its description. */
    private String requireOurs(RegionalProvider region) {
        Optional<Parameter> described = Pointers.describe(region, name);
        described.ifPresent(parameter -> {
            if (!Pointers.isPointer(parameter)) {
                throw foreign(region, "it is a parameter of another type", "Choose another name");
            }
            if (!demands.takingOver() && !ParameterMark.isOn(parameter)) {
                throw foreign(region, "it was made by something else", "Choose another name, or say takingOver()");
            }
        });
        return Pointers.description(described);
    }

    private ConflictException foreign(RegionalProvider region, String why, String advice) {
        return new ConflictException(Failure.of("Publishing", why)
                .resource(name.value())
                .region(region.region())
                .advice(advice)
                .build());
    }

    private Failure.Builder failure(RegionalProvider region, ImageId imageId, String why) {
        return Failure.of("Publishing " + name, why).resource(imageId.value()).region(region.region());
    }

    private Pointing with(PointingDemands changed) {
        return new Pointing(session, engine, name, targets, changed);
    }
}
