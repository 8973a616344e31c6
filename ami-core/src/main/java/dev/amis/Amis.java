package dev.amis;

import dev.amis.copy.CopyImage;
import dev.amis.create.CreateImage;
import dev.amis.create.RegisterImage;
import dev.amis.internal.FanOut;
import dev.amis.internal.PendingImages;
import dev.amis.internal.Session;
import dev.amis.internal.Settled;
import dev.amis.launch.LaunchTemplateHandle;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.naming.OpenName;
import dev.amis.plan.PlanEngine;
import dev.amis.publish.ImagePointer;
import dev.amis.query.FindImages;
import dev.amis.spi.AmiProvider;
import dev.amis.time.Pending;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.ReferenceSources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Amazon Machine Images of one account over their whole life: where every chain starts.
 *
 * <p>A chain starts with a verb and ends with a terminal: {@code latest()}, {@code list()} and their kin look; {@code plan()}
 * looks and says what would be done; {@code apply()} does it and reports; {@code start()} does it and hands out a {@link
 * dev.amis.time.Pending}. Nothing happens before the terminal. Chains are values: each step makes a new one.
 *
 * <p>Thread-safe, as long as its provider is.
 */
public final class Amis extends RolloutVerbs {

    private final Session session;
    private final ReferenceSources sources;

    private Amis(Session session, ReferenceSources sources) {
        super(session, sources);
        this.session = session;
        this.sources = sources;
    }

    /**
     * Works on a provider, by its clock and in its Region.
     *
     * @param provider the account, for example the in-memory one
     * @return the way in
     */
    public static Amis using(AmiProvider provider) {
        return builder(provider).build();
    }

    /**
     * Works on a provider with settings of one's own.
     *
     * @param provider the account
     * @return a builder for the settings
     */
    public static Builder builder(AmiProvider provider) {
        return new Builder(provider);
    }

    /**
     * The same account with another Region in mind.
     *
     * @param region the Region that is meant where none is named
     * @return the new way in
     */
    public Amis in(Region region) {
        return new Amis(session.at(region), sources);
    }

    /** The same account with further sources of references, which are asked after the others. */
    Amis asking(List<ReferenceSource> further) {
        return new Amis(
                session,
                ReferenceSources.of(
                        Stream.concat(sources.all().stream(), further.stream()).toList()));
    }

    AmiProvider provider() {
        return session.provider();
    }

    /**
     * The account that calls are made as.
     *
     * @return the account
     */
    public AccountId account() {
        return session.account();
    }

    /**
     * The Region that is meant where none is named.
     *
     * @return the Region
     */
    public Region region() {
        return session.region();
    }

    /**
     * A name that never changes for an image that does: an SSM parameter of type {@code aws:ec2:image}.
     *
     * @param name the name of the parameter, for example {@code /golden/web}
     * @return the pointer in the Region that is meant
     * @throws IllegalArgumentException if it is no name of a parameter of one's own
     */
    public ImagePointer pointer(String name) {
        return ImagePointer.of(session, new PlanEngine(session, sources), ParameterName.of(name));
    }

    /**
     * A launch template, there already or to be made.
     *
     * @param name the name of the template
     * @return the template in the Region that is meant; no call is made
     * @throws IllegalArgumentException if it can be no name of a template
     */
    public LaunchTemplateHandle launchTemplate(String name) {
        return LaunchTemplateHandle.of(session, new PlanEngine(session, sources), name);
    }

    /**
     * A launch template, by its id.
     *
     * @param id the template
     * @return the template in the Region that is meant; no call is made
     */
    public LaunchTemplateHandle launchTemplate(LaunchTemplateId id) {
        return LaunchTemplateHandle.of(session, new PlanEngine(session, sources), id);
    }

    /**
     * Begins a search for images; the next step says whose.
     *
     * @return the beginning of the search
     */
    public FindImages find() {
        return new FindImages(session);
    }

    /**
     * Begins making an image; the next step says what from.
     *
     * @param name the name of the image to be
     * @return the beginning of the request
     * @throws IllegalArgumentException if EC2 would refuse the name
     */
    public CreateImage create(String name) {
        return create(ImageName.of(name));
    }

    /**
     * Begins making an image; the next step says what from.
     *
     * @param name the name of the image to be
     * @return the beginning of the request
     */
    public CreateImage create(ImageName name) {
        return new CreateImage(session, name);
    }

    /**
     * Begins making an image whose name follows a scheme; a date that is still open becomes today's, in UTC. To repeat the
     * request after a crash on another day, close the name first and keep it.
     *
     * @param name the name of the image to be
     * @return the beginning of the request
     * @throws IllegalArgumentException if a part of the name is still open, or EC2 would refuse the name
     */
    public CreateImage create(OpenName name) {
        return create(name.closeAt(session.clock()).name());
    }

    /**
     * Begins registering an image on snapshots; the next step says on which.
     *
     * @param name the name of the image to be
     * @return the beginning of the request
     * @throws IllegalArgumentException if EC2 would refuse the name
     */
    public RegisterImage register(String name) {
        return register(ImageName.of(name));
    }

    /**
     * Begins registering an image on snapshots; the next step says on which.
     *
     * @param name the name of the image to be
     * @return the beginning of the request
     */
    public RegisterImage register(ImageName name) {
        return new RegisterImage(session, name);
    }

    /**
     * Begins registering an image whose name follows a scheme; a date that is still open becomes today's, in UTC. To repeat
     * the request after a crash on another day, close the name first and keep it.
     *
     * @param name the name of the image to be
     * @return the beginning of the request
     * @throws IllegalArgumentException if a part of the name is still open, or EC2 would refuse the name
     */
    public RegisterImage register(OpenName name) {
        return register(name.closeAt(session.clock()).name());
    }

    /**
     * Begins copying an image; the next step says where to.
     *
     * @param image the image, of any Region
     * @return the beginning of the request
     */
    public CopyImage copy(Image image) {
        return new CopyImage(session, image);
    }

    /**
     * Begins copying an image; the next step says where to.
     *
     * @param imageId the image, of the Region that is meant
     * @return the beginning of the request
     */
    public CopyImage copy(ImageId imageId) {
        return new CopyImage(session, imageId);
    }

    /**
     * Awaits an image that is being made, for example one whose making a process started that is gone by now.
     *
     * @param imageId the image, of the Region that is meant
     * @return the handle; no call is made
     */
    public Pending<Image> await(ImageId imageId) {
        return PendingImages.one(session.watcher(), session.watcher().watch(session.region(), imageId, false));
    }

    /**
     * Awaits images that are being made, together; the looks are shared with those of all other handles in the Region.
     *
     * @param imageIds the images, of the Region that is meant
     * @return the handle; it ends once every image is available or has failed, with the images in their order or the
     *     failure of the first that failed; no call is made
     */
    public Pending<List<Image>> awaitAll(Collection<ImageId> imageIds) {
        return PendingImages.all(
                session.watcher(),
                imageIds.stream()
                        .map(imageId -> session.watcher().watch(session.region(), imageId, false))
                        .toList(),
                settled -> settled.stream().map(Settled::orThrow).toList());
    }

    /** Settings of {@link Amis}; what is not set is taken from the provider. */
    public static final class Builder {

        private final AmiProvider provider;
        private Optional<Region> region = Optional.empty();
        private Optional<Clock> clock = Optional.empty();
        private Optional<Sleeper> sleeper = Optional.empty();
        private WaitPolicy waitPolicy = WaitPolicy.DEFAULT;
        private Optional<RandomGenerator> random = Optional.empty();
        private final List<ReferenceSource> sources = new ArrayList<>();
        private FanOut fanOut = FanOut.NONE;

        private Builder(AmiProvider provider) {
            this.provider = provider;
        }

        /**
         * Sets the Region that is meant where none is named; by default the provider's.
         *
         * @param region the Region
         * @return this builder
         */
        public Builder region(Region region) {
            this.region = Optional.of(region);
            return this;
        }

        /**
         * Sets the clock; by default the provider's.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Optional.of(clock);
            return this;
        }

        /**
         * Sets how time is let pass; by default the provider's way.
         *
         * @param sleeper the sleeper
         * @return this builder
         */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = Optional.of(sleeper);
            return this;
        }

        /**
         * Sets how patiently to wait; by default {@link WaitPolicy#DEFAULT}.
         *
         * @param waitPolicy the policy
         * @return this builder
         */
        public Builder waitPolicy(WaitPolicy waitPolicy) {
            this.waitPolicy = waitPolicy;
            return this;
        }

        /**
         * Sets where jitter comes from; by default the provider's source.
         *
         * @param random the source of chance
         * @return this builder
         */
        public Builder random(RandomGenerator random) {
            this.random = Optional.of(random);
            return this;
        }

        /**
         * Adds a source of references, beside the {@linkplain ReferenceSource#standard() standard ones}. It is asked
         * wherever it matters who refers to an image, also when a plan is applied.
         *
         * @param source a source with a name of its own, or of the standard source whose place it takes
         * @return this builder
         */
        public Builder referenceSource(ReferenceSource source) {
            sources.add(source);
            return this;
        }

        /**
         * Reads several Regions at once where a question is about several; by default one is read after the other. The
         * calling thread takes part, so an executor that is busy slows it down and no more.
         *
         * @param executor where to read beside the calling thread; whoever made it shuts it down
         * @return this builder
         */
        public Builder executor(Executor executor) {
            this.fanOut = new FanOut(Optional.of(executor));
            return this;
        }

        /**
         * Finishes the settings; no call is made.
         *
         * @return the way in
         * @throws IllegalArgumentException if two sources of references have the same name
         */
        public Amis build() {
            Session session = new Session(
                            provider,
                            region.orElseGet(provider::region),
                            clock.orElseGet(provider::clock),
                            sleeper.orElseGet(provider::sleeper),
                            waitPolicy,
                            random.orElseGet(provider::random))
                    .readingBy(fanOut);
            return new Amis(session, ReferenceSources.standardAnd(sources));
        }
    }
}
