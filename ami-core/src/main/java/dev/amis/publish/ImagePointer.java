package dev.amis.publish;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.Pages;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.plan.PlanEngine;
import dev.amis.spi.ParameterHistoryRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A parameter of one name in one or more Regions that says which image is the current one there; starts at {@code
 * Amis.pointer(name)}. Immutable: each step makes a new one.
 */
public final class ImagePointer {

    private final Session session;
    private final PlanEngine engine;
    private final ParameterName name;
    private final Set<Region> regions;

    private ImagePointer(Session session, PlanEngine engine, ParameterName name, Set<Region> regions) {
        this.session = session;
        this.engine = engine;
        this.name = name;
        this.regions = regions;
    }

    /**
     * Starts at a name. Use {@code Amis.pointer(name)}.
     *
     * @param session the account
     * @param engine makes the changes
     * @param name the name of the parameter
     * @return the pointer in the Region that is meant
     * @throws IllegalArgumentException if the name is none, or another account's
     */
    @SuppressWarnings("exports") // made by the façade only
    public static ImagePointer of(Session session, PlanEngine engine, ParameterName name) {
        return new ImagePointer(session, engine, own(name), Set.of(session.region()));
    }

    private static ParameterName own(ParameterName name) {
        if (name.isArn()) {
            throw new IllegalArgumentException(
                    "name is '" + name + "', but must be that of a parameter of the account's own");
        }
        return name;
    }

    /**
     * The parameters of the same name in these Regions, instead of the one that the façade has in mind.
     *
     * @param first a Region
     * @param more further Regions
     * @return the new pointer
     */
    public ImagePointer in(Region first, Region... more) {
        Set<Region> several = new LinkedHashSet<>();
        several.add(first);
        Collections.addAll(several, more);
        return new ImagePointer(session, engine, name, Collections.unmodifiableSet(several));
    }

    /**
     * Which image is the current one in each Region. By {@code ssm:GetParameter}.
     *
     * @return the images; Regions without the parameter are not in it
     * @throws ConflictException if a parameter of that name says something else than one image
     */
    public Map<Region, ImageId> find() {
        Map<Region, ImageId> found = new LinkedHashMap<>();
        regions.forEach(region -> Pointers.find(session.in(region), name)
                .ifPresent(parameter -> found.put(region, image(region, parameter))));
        return found;
    }

    /**
     * What the parameter of the one Region said, newest first, as far as SSM remembers: 100 versions. By {@code
     * ssm:GetParameterHistory}.
     *
     * @return the versions; none if there is no such parameter
     * @throws IllegalStateException if several Regions are meant
     */
    public List<PointerVersion> history() {
        return history(only());
    }

    /**
     * Lets the parameter say an image, in the image's Region; further images are its copies in other Regions.
     *
     * @param image the image
     * @param copies the images in other Regions, at most one in each
     * @return the change to be
     * @throws IllegalArgumentException if two are in one Region
     */
    public Pointing to(Image image, Image... copies) {
        Map<Region, ImageId> targets = new LinkedHashMap<>();
        Stream.concat(Stream.of(image), Stream.of(copies)).forEach(one -> {
            if (targets.putIfAbsent(one.region(), one.imageId()) != null) {
                throw new IllegalArgumentException("image is " + one.imageId() + ", but " + targets.get(one.region())
                        + " is in " + one.region() + " too");
            }
        });
        return new Pointing(session, engine, name, () -> targets);
    }

    /**
     * The parameter as the last step of a bake: it says the image that was baked, and what it said before if a publisher
     * after it fails. With a test gate it insists on the gate's result.
     *
     * @return the publisher; it changes the parameter in the image's Region
     */
    public ImagePublisher publisher() {
        return publisher(UnaryOperator.identity());
    }

    /**
     * As {@link #publisher()}, with demands.
     *
     * @param demands is given the change to be, and answers the changed one, for example {@code to ->
     *     to.readableBy(account)}
     * @return the publisher
     */
    public ImagePublisher publisher(UnaryOperator<Pointing> demands) {
        return new PointerPublisher(this, engine, demands);
    }

    /**
     * Lets another parameter say what this one says: candidate becomes stable, stable becomes latest.
     *
     * @param other the name of the other parameter
     * @return the change to be, in the Regions that have this parameter
     * @throws IllegalArgumentException if the name is none, or another account's
     */
    public Pointing promoteTo(String other) {
        return new Pointing(session, engine, own(ParameterName.of(other)), () -> {
            Map<Region, ImageId> current = find();
            if (current.isEmpty()) {
                throw missing();
            }
            return current;
        });
    }

    /**
     * Lets the parameter say what it said before it came to say what it says, in each Region that has it.
     *
     * @return the change to be; planning it fails where it never said anything else
     */
    public Pointing rollBack() {
        return new Pointing(session, engine, name, () -> {
            Map<Region, ImageId> before = new LinkedHashMap<>();
            find().forEach((region, current) -> before.put(region, previous(region, current)));
            if (before.isEmpty()) {
                throw missing();
            }
            return before;
        });
    }

    /**
     * Lets the parameter of the one Region say what one of its versions said.
     *
     * @param version the number of the version
     * @return the change to be; planning it fails if there is no such version
     * @throws IllegalStateException if several Regions are meant
     */
    public Pointing rollBackTo(long version) {
        Region region = only();
        return new Pointing(
                session,
                engine,
                name,
                () -> history(region).stream()
                        .filter(one -> one.version() == version)
                        .findFirst()
                        .map(one -> Map.of(region, one.imageId()))
                        .orElseThrow(() -> new NotFoundException(
                                Failure.of("ssm:GetParameterHistory", "it has no version " + version)
                                        .resource(name.value())
                                        .region(region)
                                        .build(),
                                null)));
    }

    ParameterName name() {
        return name;
    }

    /** A change to be that is only good for looking at the parameter. */
    Pointing toNothing() {
        return new Pointing(session, engine, name, Map::of);
    }

    private List<PointerVersion> history(Region region) {
        List<Parameter> versions;
        try {
            versions = Pages.all(
                    "ssm:GetParameterHistory",
                    token -> Pointers.port(session.in(region))
                            .getParameterHistory(
                                    ParameterHistoryRequest.of(name).withNextToken(token)));
        } catch (NotFoundException none) {
            return List.of();
        }
        List<PointerVersion> newestFirst = new ArrayList<>();
        versions.stream()
                .filter(version -> version.imageIds().size() == 1)
                .map(version -> PointerVersion.of(version, image(region, version)))
                .forEach(newestFirst::add);
        newestFirst.sort((one, other) -> Long.compare(other.version(), one.version()));
        return List.copyOf(newestFirst);
    }

    private ImageId previous(Region region, ImageId current) {
        return history(region).stream()
                .map(PointerVersion::imageId)
                .dropWhile(current::equals)
                .findFirst()
                .orElseThrow(
                        () -> new ConflictException(Failure.of("Rolling back", "it never said anything but " + current)
                                .resource(name.value())
                                .region(region)
                                .build()));
    }

    private ImageId image(Region region, Parameter parameter) {
        if (parameter.imageIds().size() != 1) {
            throw new ConflictException(Failure.of("ssm:GetParameter", "it does not say one image")
                    .resource(name.value())
                    .region(region)
                    .advice("Choose another name")
                    .build());
        }
        return parameter.imageIds().iterator().next();
    }

    private Region only() {
        if (regions.size() != 1) {
            throw new IllegalStateException("regions is " + regions + ", but must be one Region here");
        }
        return regions.iterator().next();
    }

    private NotFoundException missing() {
        return new NotFoundException(
                Failure.of("ssm:GetParameter", "there is no such parameter in " + regions)
                        .resource(name.value())
                        .build(),
                null);
    }

    /** The name and the Regions. */
    @Override
    public String toString() {
        return name + " in " + regions;
    }
}
