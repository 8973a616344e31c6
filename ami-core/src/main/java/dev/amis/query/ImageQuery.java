package dev.amis.query;

import dev.amis.internal.Session;
import dev.amis.model.BootMode;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.Region;
import dev.amis.model.TpmSupport;
import dev.amis.naming.NamingScheme;
import dev.amis.spi.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A search for images whose owner is known. Each step narrows it and makes a new search; a terminal carries it out by {@code
 * DescribeImages}, following every page, and changes nothing.
 *
 * <p>Images whose deprecation date has come and disabled images do not count, not even own ones, unless they are brought
 * in ({@link #includingDeprecated()}, {@link #includingDisabled()}); a search by id has both. {@link #latest()} takes
 * available images only, unless states are named; {@link #list()} and {@link #one()} take images in any other state too,
 * for example pending ones.
 *
 * <p>In texts that EC2 filters by, {@code *} stands for any characters and {@code ?} for one; {@link Filter#literal} takes
 * their meaning away. Where several values are given, one must fit. Steps must all fit.
 */
public final class ImageQuery extends ImageFilters {

    private final Session session;
    private final ImageCriteria criteria;

    ImageQuery(Session session, ImageCriteria criteria) {
        this.session = session;
        this.criteria = criteria;
    }

    @Override
    public ImageQuery filter(Filter filter) {
        return with(criteria.withFilters(added(criteria.filters(), filter)));
    }

    /**
     * Takes images whose name fits a scheme; EC2 filters roughly, the rest is looked at here.
     *
     * @param scheme the scheme
     * @return the narrowed search
     * @throws IllegalArgumentException if names were asked for already
     */
    public ImageQuery named(NamingScheme scheme) {
        return named(scheme.filterPattern()).when(new ImageCondition.NameFits(scheme));
    }

    /**
     * Takes images in certain states; {@link ImageState#DISABLED} brings disabled images in.
     *
     * @param state the state
     * @param more further states
     * @return the narrowed search
     */
    public ImageQuery state(ImageState state, ImageState... more) {
        ImageQuery narrowed = filter("state", state.text(), texts(more));
        return state == ImageState.DISABLED || Arrays.asList(more).contains(ImageState.DISABLED)
                ? narrowed.includingDisabled()
                : narrowed;
    }

    /**
     * Takes images with a boot mode; EC2 has no filter for it.
     *
     * @param bootMode the mode
     * @return the narrowed search
     */
    public ImageQuery bootMode(BootMode bootMode) {
        return when(new ImageCondition.BootModeIs(bootMode));
    }

    /**
     * Takes images that ask for a version of the instance metadata service; EC2 has no filter for it.
     *
     * @param imdsSupport the version
     * @return the narrowed search
     */
    public ImageQuery imdsSupport(ImdsSupport imdsSupport) {
        return when(new ImageCondition.ImdsSupportIs(imdsSupport));
    }

    /**
     * Takes images with a NitroTPM; EC2 has no filter for it.
     *
     * @param tpmSupport its version
     * @return the narrowed search
     */
    public ImageQuery tpmSupport(TpmSupport tpmSupport) {
        return when(new ImageCondition.TpmSupportIs(tpmSupport));
    }

    /**
     * Takes images whose deprecation date is before an instant, and brings in those that are deprecated.
     *
     * @param instant the instant
     * @return the narrowed search
     */
    public ImageQuery deprecatedBefore(Instant instant) {
        return includingDeprecated().when(new ImageCondition.DeprecatedBefore(instant));
    }

    /**
     * Takes images without a deprecation date, past or to come.
     *
     * @return the narrowed search
     */
    public ImageQuery withoutDeprecationDate() {
        return when(new ImageCondition.NoDeprecationDate());
    }

    /**
     * Takes images whose last launch was before an instant; those never launched do not count.
     *
     * @param instant the instant; EC2 reports launches up to 24 hours late
     * @return the narrowed search
     */
    public ImageQuery lastLaunchedBefore(Instant instant) {
        return when(new ImageCondition.LastLaunchedBefore(instant));
    }

    /**
     * Takes images whose last launch was at or after an instant.
     *
     * @param instant the instant; EC2 reports launches up to 24 hours late
     * @return the narrowed search
     */
    public ImageQuery lastLaunchedSince(Instant instant) {
        return when(new ImageCondition.LastLaunchedSince(instant));
    }

    /**
     * Takes images of which EC2 knows no launch; of other accounts' images it never tells one.
     *
     * @return the narrowed search
     */
    public ImageQuery neverLaunched() {
        return when(new ImageCondition.NeverLaunched());
    }

    /**
     * Takes images that cannot be deregistered now, because they are protected or cooling down.
     *
     * @return the narrowed search
     */
    public ImageQuery protectedFromDeregistration() {
        return when(new ImageCondition.DeregistrationBlocked(true));
    }

    /**
     * Takes images whose deregistration nothing blocks now.
     *
     * @return the narrowed search
     */
    public ImageQuery notProtectedFromDeregistration() {
        return when(new ImageCondition.DeregistrationBlocked(false));
    }

    /**
     * Takes images made longer ago than a while.
     *
     * @param age how long ago, by the clock of the account when the search is carried out
     * @return the narrowed search
     */
    public ImageQuery olderThan(Duration age) {
        return when(new ImageCondition.OlderThan(age));
    }

    /**
     * Takes images made less long ago than a while.
     *
     * @param age how long ago, by the clock of the account when the search is carried out
     * @return the narrowed search
     */
    public ImageQuery newerThan(Duration age) {
        return when(new ImageCondition.NewerThan(age));
    }

    /**
     * Takes images that fulfil a condition of one's own.
     *
     * @param predicate the condition
     * @return the narrowed search
     */
    public ImageQuery matching(Predicate<Image> predicate) {
        return matching("matching a condition", predicate);
    }

    /**
     * Takes images that fulfil a condition of one's own.
     *
     * @param what the condition in words, for messages
     * @param predicate the condition
     * @return the narrowed search
     */
    public ImageQuery matching(String what, Predicate<Image> predicate) {
        return when(new ImageCondition.Matching(what, predicate));
    }

    /**
     * Brings in images whose deprecation date has come.
     *
     * @return the widened search
     */
    public ImageQuery includingDeprecated() {
        return with(criteria.withIncludingDeprecated(true));
    }

    /**
     * Brings in disabled images; only their owner sees them.
     *
     * @return the widened search
     */
    public ImageQuery includingDisabled() {
        return with(criteria.withIncludingDisabled(true));
    }

    /**
     * Looks in certain Regions instead of the one that is meant, one after the other.
     *
     * @param region the Region
     * @param more further Regions
     * @return the search there
     */
    public ImageQuery in(Region region, Region... more) {
        return with(criteria.withRegions(
                Stream.concat(Stream.of(region), Arrays.stream(more)).distinct().toList()));
    }

    /**
     * Finds the newest image that can be used: by creation date, then name, then id.
     *
     * @return the newest available image, or the newest in the states that were named
     * @throws dev.amis.error.NotFoundException if there is none; the message says what was searched, and what was left out
     * @throws dev.amis.error.AmiException if a Region could not be read
     */
    public Image latest() {
        ImageSearch search = new ImageSearch(session, criteria);
        return search.newest().orElseThrow(search::nothing);
    }

    /**
     * Finds the newest image that can be used, if there is one; see {@link #latest()}.
     *
     * @return the newest available image, or the newest in the states that were named
     * @throws dev.amis.error.AmiException if a Region could not be read
     */
    public Optional<Image> findLatest() {
        return new ImageSearch(session, criteria).newest();
    }

    /**
     * Finds the one image that there must be.
     *
     * @return the image
     * @throws dev.amis.error.NotFoundException if there is none; the message says what was searched, and what was left out
     * @throws dev.amis.error.ConflictException if there are more; the message says how many
     * @throws dev.amis.error.AmiException if a Region could not be read
     */
    public Image one() {
        ImageSearch search = new ImageSearch(session, criteria);
        return search.only().orElseThrow(search::nothing);
    }

    /**
     * Finds the one image that there may be.
     *
     * @return the image
     * @throws dev.amis.error.ConflictException if there are more; the message says how many
     * @throws dev.amis.error.AmiException if a Region could not be read
     */
    public Optional<Image> findOne() {
        return new ImageSearch(session, criteria).only();
    }

    /**
     * Finds all images.
     *
     * @return the images, newest first; empty if there are none
     * @throws dev.amis.error.AmiException if a Region could not be read; no part of an answer is handed on
     */
    public List<Image> list() {
        return new ImageSearch(session, criteria).list();
    }

    /**
     * Finds all images, for going on with them; everything is read before the first comes out.
     *
     * @return the images, newest first
     * @throws dev.amis.error.AmiException if a Region could not be read
     */
    public Stream<Image> stream() {
        return list().stream();
    }

    /**
     * Counts the images.
     *
     * @return how many there are
     * @throws dev.amis.error.AmiException if a Region could not be read
     */
    public int count() {
        return list().size();
    }

    /**
     * What is searched, as a value that can be printed, compared and kept.
     *
     * @return the criteria
     */
    public ImageCriteria toRequest() {
        return criteria;
    }

    @Override
    public String toString() {
        return "find " + criteria;
    }

    private ImageQuery when(ImageCondition condition) {
        return with(criteria.withConditions(added(criteria.conditions(), condition)));
    }

    private ImageQuery with(ImageCriteria changed) {
        return new ImageQuery(session, changed);
    }

    private static <T> List<T> added(List<T> values, T value) {
        return Stream.concat(values.stream(), Stream.of(value)).toList();
    }
}
