package dev.amis.testing.contract;

import dev.amis.model.AccountId;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Fleet;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.Region;
import dev.amis.model.StateReason;
import dev.amis.model.VolumeType;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The in-memory account as a world for contracts: it can arrange everything. The provider under test is the account itself,
 * or whatever reaches the same account another way, for example the AWS SDK over HTTP.
 */
public final class InMemoryContractWorld implements ContractWorld {

    private static final AccountId OTHER = AccountId.of("444455556666");
    private static final String MEMBERS = "arn:aws:organizations::777788889999:%s/o-contract00";

    private final InMemoryAws aws;
    private final InMemoryRegion home;
    private final Function<InMemoryAws, AmiProvider> access;
    private final Runnable more;

    /** Puts the account itself under test. */
    public InMemoryContractWorld() {
        this(InMemoryAws.create());
    }

    /**
     * Puts an account under test that was prepared, for example to be slow to show what is new.
     *
     * @param aws the account
     */
    public InMemoryContractWorld(InMemoryAws aws) {
        this(aws, account -> account, () -> {});
    }

    /**
     * Puts another way to an account under test.
     *
     * @param aws the account in which things are arranged
     * @param access makes the provider under test, for the account and for others of the same world
     * @param more what to close with the world
     */
    public InMemoryContractWorld(InMemoryAws aws, Function<InMemoryAws, AmiProvider> access, Runnable more) {
        this.aws = aws;
        this.home = aws.in(aws.region());
        this.access = access;
        this.more = more;
    }

    @Override
    public AmiProvider provider() {
        return access.apply(aws);
    }

    @Override
    public Region otherRegion() {
        return Region.EU_WEST_1;
    }

    @Override
    public InstanceId runInstance() {
        return aws.runInstance();
    }

    @Override
    public void stopInstance(InstanceId instance) {
        aws.stopInstance(instance);
    }

    @Override
    public void terminateInstance(InstanceId instance) {
        aws.terminateInstance(instance);
    }

    @Override
    public Optional<InstanceId> runManagedInstance() {
        return Optional.of(aws.runInstance());
    }

    @Override
    public Optional<InstanceId> runInstanceWithDataVolume() {
        EbsBlockDevice data = EbsBlockDevice.builder()
                .volumeSize(20)
                .volumeType(VolumeType.GP3)
                .build();
        return Optional.of(aws.runInstance(InstanceSpec.ofBaseImage().volume("/dev/sdf", data)));
    }

    @Override
    public Optional<AmiProvider> secondAccount() {
        return Optional.of(access.apply(aws.as(OTHER)));
    }

    @Override
    public Optional<OrganizationArn> organizationOfSecondAccount() {
        OrganizationArn organization = OrganizationArn.of(MEMBERS.formatted("organization"));
        aws.as(OTHER).access().join(organization);
        return Optional.of(organization);
    }

    @Override
    public Optional<OrganizationalUnitArn> organizationalUnitOfSecondAccount() {
        OrganizationalUnitArn unit = OrganizationalUnitArn.of(MEMBERS.formatted("ou") + "/ou-ab12-contract");
        aws.as(OTHER).access().join(unit);
        return Optional.of(unit);
    }

    @Override
    public Optional<KmsKeyId> customerManagedKey(Region region) {
        return Optional.of(aws.in(region).kmsKeys().create());
    }

    @Override
    public Optional<KmsKeyId> sharedKey(AccountId user) {
        KmsKeyId key = home.kmsKeys().create();
        home.kmsKeys().allow(key, user);
        return Optional.of(key);
    }

    @Override
    public Optional<ImageId> imageThatWillFail(String name) {
        aws.faults().failNextImage(new StateReason("Server.InternalError", "something went wrong"));
        CreateImageRequest request = CreateImageRequest.builder()
                .instanceId(aws.runInstance())
                .name(ImageName.of(name))
                .build();
        return Optional.of(home.images().createImage(request));
    }

    @Override
    public Optional<LaunchTemplateId> launchTemplate(String name, List<String> imageReferences) {
        return imageReferences.stream()
                .map(reference -> home.putLaunchTemplateVersion(name, reference))
                .map(LaunchTemplateVersion::launchTemplateId)
                .reduce((first, same) -> same);
    }

    @Override
    public boolean imageParameter(String name, ImageId imageId) {
        home.imageParameter(name, imageId);
        return true;
    }

    @Override
    public boolean autoScalingGroup(AutoScalingGroup group) {
        home.autoScalingGroup(group);
        return true;
    }

    @Override
    public Optional<AutoScalingGroup> launchedAutoScalingGroup(AutoScalingGroup group) {
        return Optional.of(home.launchAutoScalingGroup(group));
    }

    @Override
    public boolean protectFromScaleIn(String group, InstanceId instance, boolean on) {
        home.protectFromScaleIn(group, instance, on);
        return true;
    }

    @Override
    public boolean standby(String group, InstanceId instance, boolean on) {
        home.standby(group, instance, on);
        return true;
    }

    @Override
    public boolean fastLaunch(ImageId image) {
        home.fastLaunch(image, true);
        return true;
    }

    @Override
    public boolean mayMakeParameters() {
        return true;
    }

    @Override
    public boolean launchConfiguration(String name, ImageId imageId) {
        home.launchConfiguration(name, imageId);
        return true;
    }

    @Override
    public boolean fleet(Fleet fleet) {
        home.fleet(fleet);
        return true;
    }

    @Override
    public Optional<ImageRecipe> imageRecipe(String name, String parentImage) {
        return Optional.of(home.imageRecipe(name, "1.0.0", parentImage));
    }

    @Override
    public Optional<ContainerRecipe> containerRecipe(String name, Optional<String> instanceImage) {
        return Optional.of(home.containerRecipe(name, "1.0.0", instanceImage));
    }

    @Override
    public Optional<BuiltImage> builtImage(String name, String version, ImageId image) {
        return Optional.of(home.builtImage(name, version, image));
    }

    @Override
    public boolean runInstanceInSecondAccount(ImageId image) {
        aws.as(OTHER).runInstance(image);
        return true;
    }

    @Override
    public boolean keepInRecycleBin(RecycleBinRule rule) {
        home.recycleBinRule(rule);
        return true;
    }

    @Override
    public boolean answerEmptyPages() {
        aws.faults().emptyPages(true);
        return true;
    }

    @Override
    public boolean mayMakeImagesPublic() {
        return true;
    }

    @Override
    public boolean daysPassQuickly() {
        return true;
    }

    @Override
    public void close() {
        more.run();
        aws.close();
    }
}
