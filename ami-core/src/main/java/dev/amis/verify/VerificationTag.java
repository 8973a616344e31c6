package dev.amis.verify;

import dev.amis.internal.OwnResources;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tag by which a test instance is found. Whoever launches more of the same copies tags, and anybody can write one, so that
 * it proves nothing by itself: EC2 tells the token of the launch too, and that must be of the verification that the tag names.
 *
 * @param id the verification
 * @param within how long the verification may take; when it began is not in the tag, as a launch that is repeated by another
 *     process must be the same request
 */
record VerificationTag(String id, Duration within) {

    static final String KEY = "amis:verification";

    /** What it takes to end instances and to clocks that differ. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final Pattern VALUE = Pattern.compile("([0-9a-f]{32}) (PT[0-9HMS.]+)");
    private static final Set<InstanceState> GONE = EnumSet.of(InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);

    static VerificationTag of(VerificationRequest request) {
        Duration whole = Duration.ofSeconds(request.within().toSeconds());
        return new VerificationTag(request.id(), whole.equals(request.within()) ? whole : whole.plusSeconds(1));
    }

    /** The tag of an instance that the verification launched which the tag names; nothing for all others. */
    static Optional<VerificationTag> provedOn(Instance instance) {
        return instance.tags()
                .get(KEY)
                .flatMap(VerificationTag::parse)
                .filter(tag -> instance.clientToken().filter(tag::isToken).isPresent());
    }

    private static Optional<VerificationTag> parse(String value) {
        Matcher matcher = VALUE.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerificationTag(matcher.group(1), Duration.parse(matcher.group(2))))
                    .filter(tag -> tag.value().equals(value));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    String value() {
        return id + " " + within;
    }

    Tags tags() {
        return Tags.of(KEY, value());
    }

    /** The token of a launch; of another length of time it is another request. */
    String token(int slot, int generation) {
        return id + "-" + slot + "-" + generation + "-" + within.toSeconds();
    }

    private boolean isToken(String token) {
        return token.matches(id + "-\\d+-\\d+-" + within.toSeconds());
    }

    /** Tells whether a verification that begins then may take an instance over; one that is older could be ended under it. */
    boolean mayBeTakenOver(Instance instance, Instant at) {
        return instance.launchTime()
                .map(launched -> !launched.plus(within).isBefore(at))
                .orElse(false);
    }

    /** Tells whether no verification can be at work with an instance any more, neither its own nor one that took it over. */
    boolean isOver(Instance instance, Instant now) {
        return instance.launchTime()
                .map(launched ->
                        !launched.plus(within).plus(within).plus(MARGIN).isAfter(now))
                .orElse(false);
    }

    /** The instances that a verification launched, also those that are gone and still shown. */
    static List<Instance> instances(RegionalProvider region, String id) {
        return instances(region, Filter.of("tag:" + KEY, id + " *")).stream()
                .filter(instance ->
                        provedOn(instance).filter(tag -> tag.id().equals(id)).isPresent())
                .toList();
    }

    /** All instances that have such a tag, proved or not. */
    static List<Instance> instances(RegionalProvider region) {
        return instances(region, Filter.of("tag-key", KEY)).stream()
                .filter(instance -> instance.tags().contains(KEY))
                .toList();
    }

    private static List<Instance> instances(RegionalProvider region, Filter filter) {
        DescribeInstancesRequest question =
                DescribeInstancesRequest.builder().addFilter(filter).build();
        return OwnResources.instances(region, question);
    }

    static boolean isGone(Instance instance) {
        return GONE.contains(instance.state());
    }
}
