package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateId;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.RunInstancesRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What belongs to one account in one Region, beside its resources: names, tokens, settings, templates, its bin. */
final class Holding {

    /** A copy that was asked for with a token. */
    record Asked(CopyImageRequest request, ImageId answer) {}

    /** Instances that were asked for with a token. */
    record Launched(RunInstancesRequest request, List<InstanceId> answer) {}

    /** A template or version that was asked for with a token. */
    record Templated(Object request, LaunchTemplateId template, long version) {}

    private final AccountId account;
    private final Map<String, ImageId> names = new HashMap<>();
    private final Map<String, Asked> tokens = new HashMap<>();
    private final Map<String, Launched> launches = new HashMap<>();
    private final Map<LaunchTemplateId, Template> templates = new LinkedHashMap<>();
    private final Map<String, Templated> templated = new HashMap<>();
    private final Map<String, AutoScalingGroup> groups = new LinkedHashMap<>();
    private final Map<String, List<Refresh>> refreshes = new HashMap<>();
    private final Map<String, LaunchConfiguration> launchConfigurations = new LinkedHashMap<>();
    private final Map<FleetId, Fleet> fleets = new LinkedHashMap<>();
    private final Map<String, InstanceTypeInfo> instanceTypes = new LinkedHashMap<>();
    private final Map<String, StoredParameter> parameters = new LinkedHashMap<>();
    private final CommandBook commands = new CommandBook();
    private final RecipeBook recipes = new RecipeBook();
    private final Map<ImageUsageReportId, UsageReports.Kept> usageReports = new LinkedHashMap<>();
    private final Set<ImageId> fastLaunch = new LinkedHashSet<>();
    private final Bin bin = new Bin();
    private Instant publicAccessBlockedFrom = Instant.MIN;
    private boolean encryptedByDefault;
    private Optional<KmsKeyId> defaultKey = Optional.empty();

    Holding(AccountId account) {
        this.account = account;
    }

    AccountId account() {
        return account;
    }

    /** The image that has a name. Disabled and failed images keep theirs (UNVERIFIED for failed ones). */
    Optional<ImageId> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    void take(String name, ImageId imageId) {
        names.putIfAbsent(name, imageId);
    }

    void free(String name, ImageId imageId) {
        names.remove(name, imageId);
    }

    Map<String, Asked> tokens() {
        return tokens;
    }

    Map<String, Launched> launches() {
        return launches;
    }

    Map<LaunchTemplateId, Template> templates() {
        return templates;
    }

    Map<String, Templated> templated() {
        return templated;
    }

    /** Auto Scaling groups by their names. */
    Map<String, AutoScalingGroup> groups() {
        return groups;
    }

    /** Instance refreshes by the names of their groups, the oldest first. */
    Map<String, List<Refresh>> refreshes() {
        return refreshes;
    }

    Map<String, LaunchConfiguration> launchConfigurations() {
        return launchConfigurations;
    }

    /** Spot Fleet requests and EC2 Fleets. */
    Map<FleetId, Fleet> fleets() {
        return fleets;
    }

    /** Types of instances beside those of the table, by their names. */
    Map<String, InstanceTypeInfo> instanceTypes() {
        return instanceTypes;
    }

    /** SSM parameters by their names. */
    Map<String, StoredParameter> parameters() {
        return parameters;
    }

    CommandBook commands() {
        return commands;
    }

    RecipeBook recipes() {
        return recipes;
    }

    Map<ImageUsageReportId, UsageReports.Kept> usageReports() {
        return usageReports;
    }

    /** The images that are configured for fast launch. */
    Set<ImageId> fastLaunch() {
        return fastLaunch;
    }

    Bin bin() {
        return bin;
    }

    /** Public sharing of images is blocked in a new account, as EC2 has it since July 2023. */
    boolean isPublicAccessBlocked(Instant now) {
        return !now.isBefore(publicAccessBlockedFrom);
    }

    void blockPublicAccessFrom(Instant from) {
        publicAccessBlockedFrom = from;
    }

    boolean isEncryptedByDefault() {
        return encryptedByDefault;
    }

    void encryptByDefault(boolean on) {
        encryptedByDefault = on;
    }

    Optional<KmsKeyId> defaultKey() {
        return defaultKey;
    }

    void defaultKey(KmsKeyId key) {
        defaultKey = Optional.of(key);
    }
}
