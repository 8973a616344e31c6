package dev.amis.launch;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Patience;
import dev.amis.internal.RequestDigest;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.RunInstancesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Instances that are to be launched from a launch template. What is named here goes before what the template says; all else
 * is the template's, as the market that they are launched on. Immutable: each step makes a new one.
 */
public final class TemplateLaunch {

    private static final String VERSION_TAG = "aws:ec2launchtemplate:version";
    private static final int MOST_REPEATS = 5;
    private static final int LONGEST_ID = 64;

    private final Session session;
    private final TemplateName template;
    private final String version;
    private final LaunchOverrides overrides;

    private TemplateLaunch(Session session, TemplateName template, String version, LaunchOverrides overrides) {
        this.session = session;
        this.template = template;
        this.version = version;
        this.overrides = overrides;
    }

    static TemplateLaunch of(Session session, TemplateName template) {
        return new TemplateLaunch(
                session,
                template,
                LaunchTemplateSpecification.DEFAULT_VERSION,
                LaunchOverrides.builder().build());
    }

    /**
     * Launches from another version than the default one.
     *
     * @param number its number
     * @return the new request
     */
    public TemplateLaunch version(long number) {
        return new TemplateLaunch(session, template, Long.toString(number), overrides);
    }

    /**
     * Launches from the version with the highest number.
     *
     * @return the new request
     */
    public TemplateLaunch latestVersion() {
        return new TemplateLaunch(session, template, LaunchTemplateSpecification.LATEST_VERSION, overrides);
    }

    /**
     * Takes another image.
     *
     * @param image the image, in the Region of the template
     * @return the new request
     * @throws IllegalArgumentException if the image is of another Region
     */
    public TemplateLaunch image(Image image) {
        Requests.image(session, image);
        return image(image.imageId());
    }

    /**
     * Takes another image.
     *
     * @param imageId the image, in the Region of the template
     * @return the new request
     */
    public TemplateLaunch image(ImageId imageId) {
        return with(before -> before.withImageId(imageId));
    }

    /**
     * Takes another type of instance.
     *
     * @param type the type
     * @return the new request
     */
    public TemplateLaunch instanceType(InstanceType type) {
        return with(before -> before.withInstanceType(type));
    }

    /**
     * Launches into a subnet.
     *
     * @param subnetId for example {@code subnet-0abcdef1234567890}
     * @return the new request
     */
    public TemplateLaunch subnet(String subnetId) {
        return with(before -> before.withSubnetId(subnetId));
    }

    /**
     * Takes another key pair.
     *
     * @param name its name
     * @return the new request
     */
    public TemplateLaunch keyName(String name) {
        return with(before -> before.withKeyName(name));
    }

    /**
     * Adds a tag of the instances.
     *
     * @param key the key
     * @param value the value
     * @return the new request
     * @throws IllegalArgumentException if EC2 would refuse the tag
     */
    public TemplateLaunch tag(String key, String value) {
        return with(before -> before.withTags(before.tags().with(key, value)));
    }

    /**
     * Launches several instances, all or none.
     *
     * @param count from 1 to 1000
     * @return the new request
     * @throws IllegalArgumentException if it is something else
     */
    public TemplateLaunch count(int count) {
        return with(before -> before.withCount(count));
    }

    /**
     * Names the request, so that a process that is started again gets the instances of the first one instead of others.
     *
     * @param id 1 to 64 visible ASCII characters, another for each launch that is meant to be one
     * @return the new request
     * @throws IllegalArgumentException if it is something else
     */
    public TemplateLaunch requestId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new IllegalArgumentException(
                    "requestId is '" + id + "', but must be 1 to 64 visible ASCII characters");
        }
        return with(before -> before.withRequestId(id));
    }

    private TemplateLaunch with(UnaryOperator<LaunchOverrides> change) {
        return new TemplateLaunch(session, template, version, change.apply(overrides));
    }

    /**
     * Looks whether the instances could be launched.
     *
     * @return what stands in the way, or may; the errors first
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     */
    public List<LaunchFinding> validate() {
        return findings(version());
    }

    /**
     * Launches the instances, from the version as it is found now.
     *
     * <p><b>Calls</b> {@code DescribeLaunchTemplateVersions}, {@code DescribeImages}, {@code DescribeInstanceTypes}, {@code
     * DescribeSnapshots}, {@code ssm:GetParameter} for an image that is named by a parameter, {@code RunInstances}, and {@code
     * DescribeInstances} for a request id that was used when another version was meant.
     *
     * <p><b>Changes</b> the instances of the account.
     *
     * <p><b>Undo</b> is left to whoever terminates them.
     *
     * @return the instances, which are pending
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     * @throws InvalidRequestException before the launch if {@link #validate()} finds an error
     * @throws UnsupportedCapabilityException if the provider launches nothing
     */
    public List<Instance> start() {
        InstanceLifecyclePort port = session.here()
                .instanceLifecycle()
                .orElseThrow(() ->
                        new UnsupportedCapabilityException(Failure.of("RunInstances", "the provider does not offer it")
                                .region(session.region())
                                .build()));
        LaunchTemplateVersion found = version();
        Requests.refuseErrors(session.region(), found.toString(), findings(found), note -> {});
        String token = token(found);
        try {
            return launch(port, overrides.request(found.launchTemplateId(), found.versionNumber(), token));
        } catch (ConflictException mismatch) {
            long before = versionOf(token).orElseThrow(() -> mismatch);
            return launch(port, overrides.request(found.launchTemplateId(), before, token));
        }
    }

    private List<Instance> launch(InstanceLifecyclePort port, RunInstancesRequest request) {
        Patience patience = new Patience(session, MOST_REPEATS);
        while (true) {
            try {
                return port.runInstances(request);
            } catch (OutcomeUnknownException lost) {
                if (!patience.pause()) {
                    throw lost;
                }
            }
        }
    }

    /**
     * The version that the request of a token was made of before, where this one leaves open which it is: its default or latest
     * version has moved since.
     */
    private Optional<Long> versionOf(String token) {
        if (overrides.requestId().isEmpty() || Character.isDigit(version.charAt(0))) {
            return Optional.empty();
        }
        DescribeInstancesRequest question = DescribeInstancesRequest.builder()
                .addFilter(Filter.of("client-token", token))
                .build();
        return OwnResources.instances(session.here(), question).stream()
                .flatMap(instance -> instance.tags().get(VERSION_TAG).stream())
                .map(Long::valueOf)
                .findFirst();
    }

    private LaunchTemplateVersion version() {
        return template.version(session.here(), template.read(session.here()), version);
    }

    private List<LaunchFinding> findings(LaunchTemplateVersion found) {
        LaunchTemplateData data = overrides.on(found.launchTemplateData());
        List<LaunchFinding> findings = new ArrayList<>(LaunchCheck.of(session.here(), data, List.of()));
        boolean interfaces =
                data.parameters().keySet().stream().anyMatch(name -> name.startsWith("NetworkInterfaces."));
        if (overrides.subnetId().isPresent() && interfaces) {
            findings.add(LaunchFinding.error(
                    "SubnetId", "the template names network interfaces, beside which EC2 takes no subnet"));
        }
        return LaunchCheck.sorted(findings);
    }

    /** The same for the same request id; without one, each start is a launch of its own. */
    private String token(LaunchTemplateVersion found) {
        Optional<String> id = overrides.requestId();
        return id.map(text -> RequestDigest.of("RunInstances")
                        .with("template", found.launchTemplateId())
                        .with("request", text)
                        .hex())
                .orElseGet(() -> VersionMark.token(session, found.toString()));
    }

    /** What is launched from, and what goes before it. */
    @Override
    public String toString() {
        return "launch " + overrides + " from " + template + " version " + version;
    }
}
