package dev.amis.testing.contract;

import dev.amis.model.AccountId;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.RecycleBinRule;
import java.util.List;
import java.util.Optional;

/**
 * The world that a contract runs in: the account under test, and what the ports themselves cannot bring about. Implemented
 * by the test of a provider; a new one is made for each test.
 *
 * <p>Whatever has a default here may be left out; the rules that need it are then skipped. All names that the contracts
 * give begin with {@code amis-contract}, so that a world on a real account can remove what is left when it is closed.
 */
public interface ContractWorld extends AutoCloseable {

    /**
     * The account under test.
     *
     * @return the provider, always the same one
     */
    AmiProvider provider();

    /**
     * The Region that copies go to.
     *
     * @return another Region of the same partition as {@code provider().region()}
     */
    Region otherRegion();

    /**
     * Launches an instance with an unencrypted EBS root volume and waits until it runs.
     *
     * @return the instance, owned by the account under test, in its Region
     */
    InstanceId runInstance();

    /**
     * Stops an instance and waits until it has stopped.
     *
     * @param instance a running instance
     */
    void stopInstance(InstanceId instance);

    /**
     * Terminates an instance and waits until it is terminated.
     *
     * @param instance an instance
     */
    void terminateInstance(InstanceId instance);

    /**
     * Launches an instance on Linux that Systems Manager manages, or will in a while.
     *
     * @return the instance, nothing if this world has none
     */
    default Optional<InstanceId> runManagedInstance() {
        return Optional.empty();
    }

    /**
     * Launches an instance with an EBS root volume and one more EBS volume, and waits until it runs.
     *
     * @return the instance, nothing if this world has none
     */
    default Optional<InstanceId> runInstanceWithDataVolume() {
        return Optional.empty();
    }

    /**
     * Another account of the same partition, which shares nothing with the first.
     *
     * @return its provider, nothing if this world has one account only
     */
    default Optional<AmiProvider> secondAccount() {
        return Optional.empty();
    }

    /**
     * An organization that the second account belongs to.
     *
     * @return the organization, nothing if this world has none
     */
    default Optional<OrganizationArn> organizationOfSecondAccount() {
        return Optional.empty();
    }

    /**
     * An organizational unit that the second account belongs to.
     *
     * @return the unit, nothing if this world has none
     */
    default Optional<OrganizationalUnitArn> organizationalUnitOfSecondAccount() {
        return Optional.empty();
    }

    /**
     * A customer managed key of the account under test that EBS may use.
     *
     * @param region where it shall be
     * @return the key's ARN, nothing if this world has none
     */
    default Optional<KmsKeyId> customerManagedKey(Region region) {
        return Optional.empty();
    }

    /**
     * A customer managed key of the account under test, in the Region under test, whose policy lets another account look at it
     * and use it.
     *
     * @param user the other account
     * @return the key's ARN, nothing if this world has none
     */
    default Optional<KmsKeyId> sharedKey(AccountId user) {
        return Optional.empty();
    }

    /**
     * Starts making an image that will not become available but fail.
     *
     * @param name the name of the image
     * @return the image, pending or failed already, nothing if this world cannot make anything fail
     */
    default Optional<ImageId> imageThatWillFail(String name) {
        return Optional.empty();
    }

    /**
     * Configures an image for fast launch.
     *
     * @param image an image, whether it exists or not
     * @return whether that is so from now on
     */
    default boolean fastLaunch(ImageId image) {
        return false;
    }

    /**
     * Makes a launch template with one version for each image reference; the first is the default version.
     *
     * @param name the name of the template
     * @param imageReferences what the versions name: an image id, whether or not there is one, or {@code resolve:ssm:…}
     * @return the template, nothing if this world makes none
     */
    default Optional<LaunchTemplateId> launchTemplate(String name, List<String> imageReferences) {
        return Optional.empty();
    }

    /**
     * Puts an image id into a parameter that launch templates of the account may name, in the Region under test.
     *
     * @param name the name of the parameter
     * @param imageId what it says
     * @return whether it says so
     */
    default boolean imageParameter(String name, ImageId imageId) {
        return false;
    }

    /**
     * Puts an Auto Scaling group there, in the Region under test, that tells what it is asked to tell. It need not launch
     * anything.
     *
     * @param group the group
     * @return whether it is there
     */
    default boolean autoScalingGroup(AutoScalingGroup group) {
        return false;
    }

    /**
     * Puts an Auto Scaling group there, in the Region under test, with as many running instances as it desires.
     *
     * @param group the group with its sizes and what it launches from
     * @return the group with its instances, nothing if this world makes none
     */
    default Optional<AutoScalingGroup> launchedAutoScalingGroup(AutoScalingGroup group) {
        return Optional.empty();
    }

    /**
     * Protects an instance of an Auto Scaling group from scale in, in the Region under test, or protects it no longer.
     *
     * @param group the name of the group
     * @param instance one of its instances, in service
     * @param on whether it is protected from now on
     * @return whether that is so
     */
    default boolean protectFromScaleIn(String group, InstanceId instance, boolean on) {
        return false;
    }

    /**
     * Puts an instance of an Auto Scaling group into standby, in the Region under test, with the desired capacity going down, or
     * takes it back into service.
     *
     * @param group the name of the group
     * @param instance one of its instances, in service or in standby
     * @param on whether it is in standby from now on
     * @return whether that is so
     */
    default boolean standby(String group, InstanceId instance, boolean on) {
        return false;
    }

    /**
     * Whether SSM parameters whose names begin with {@code /amis-contract} may be made, which goes by the port itself.
     *
     * @return false; true where the world removes what is left of them
     */
    default boolean mayMakeParameters() {
        return false;
    }

    /**
     * Makes a launch configuration in the Region under test.
     *
     * @param name its name
     * @param imageId its image, whether or not there is one
     * @return whether it is there
     */
    default boolean launchConfiguration(String name, ImageId imageId) {
        return false;
    }

    /**
     * Puts a Spot Fleet request or an EC2 Fleet there, in the Region under test, that tells what it is asked to tell. It
     * need not launch anything.
     *
     * @param fleet the fleet
     * @return whether it is there
     */
    default boolean fleet(Fleet fleet) {
        return false;
    }

    /**
     * Puts version 1.0.0 of an Image Builder image recipe there.
     *
     * @param name its name
     * @param parentImage what it starts from, whether or not there is such a thing
     * @return the recipe, nothing if this world makes none
     */
    default Optional<ImageRecipe> imageRecipe(String name, String parentImage) {
        return Optional.empty();
    }

    /**
     * Puts version 1.0.0 of an Image Builder container recipe there.
     *
     * @param name its name
     * @param instanceImage what its build instances start from, whether or not there is such a thing
     * @return the recipe, nothing if this world makes none
     */
    default Optional<ContainerRecipe> containerRecipe(String name, Optional<String> instanceImage) {
        return Optional.empty();
    }

    /**
     * Puts a build of Image Builder there.
     *
     * @param name the name of what was built
     * @param version three numbers
     * @param image what it made, whether or not there is such an image
     * @return the build, nothing if this world makes none
     */
    default Optional<BuiltImage> builtImage(String name, String version, ImageId image) {
        return Optional.empty();
    }

    /**
     * Lets an instance of an image run in the second account, in the Region under test.
     *
     * @param image an image that the second account sees
     * @return whether it runs
     */
    default boolean runInstanceInSecondAccount(ImageId image) {
        return false;
    }

    /**
     * Puts a rule of the Recycle Bin in force, in the Region under test.
     *
     * @param rule the rule; its id may come out different
     * @return whether it is in force
     */
    default boolean keepInRecycleBin(RecycleBinRule rule) {
        return false;
    }

    /**
     * Makes the account answer lists with empty pages between others, as EC2 may.
     *
     * @return whether it does from now on
     */
    default boolean answerEmptyPages() {
        return false;
    }

    /**
     * Whether images may be made public, and the account's setting against it switched on and off.
     *
     * @return false, as a real account would rather have it
     */
    default boolean mayMakeImagesPublic() {
        return false;
    }

    /**
     * Whether the sleeper makes days pass at once.
     *
     * @return false
     */
    default boolean daysPassQuickly() {
        return false;
    }

    /**
     * Whether a resource takes as many tags of a test as EC2 allows.
     *
     * @return true; false where the world marks what it makes with a tag of its own
     */
    default boolean takesAllTags() {
        return true;
    }

    /** Removes what the test has left, and closes the provider. */
    @Override
    void close();
}
