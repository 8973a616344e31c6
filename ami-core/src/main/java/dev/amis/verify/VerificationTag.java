package dev.amis.verify;

import dev.amis.internal.Pages;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The tag by which a test instance is known, so that none is ever taken for one that is not. */
final class VerificationTag {

    static final String KEY = "amis:verification";

    private static final Set<InstanceState> GONE = EnumSet.of(InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);

    private VerificationTag() {}

    /** The instances of one verification, also those that are gone and still shown. */
    static List<Instance> instances(RegionalProvider region, String id) {
        return instances(region, Filter.of("tag:" + KEY, id)).stream()
                .filter(instance -> instance.tags().get(KEY).filter(id::equals).isPresent())
                .toList();
    }

    /** The instances of all verifications. */
    static List<Instance> instances(RegionalProvider region) {
        return instances(region, Filter.of("tag-key", KEY)).stream()
                .filter(instance -> instance.tags().contains(KEY))
                .toList();
    }

    private static List<Instance> instances(RegionalProvider region, Filter filter) {
        DescribeInstancesRequest question =
                DescribeInstancesRequest.builder().addFilter(filter).build();
        return Pages.all(
                "DescribeInstances", token -> region.instances().describeInstances(question.withNextToken(token)));
    }

    static boolean isGone(Instance instance) {
        return GONE.contains(instance.state());
    }
}
