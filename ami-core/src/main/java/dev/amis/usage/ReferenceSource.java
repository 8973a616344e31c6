package dev.amis.usage;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where references to images are found. Users may add their own: a source reads everything it can and throws where it
 * cannot, since an answer with a hole would free images that are in use.
 */
public interface ReferenceSource {

    /** The beginning of the key of the tag that a roll-out sets on its old and new images until it is confirmed. */
    String ROLLOUT_TAG_PREFIX = "amis:rollout:";

    /**
     * The name of the source, as plans and reports show it; stable, because a plan applied later finds its sources by it.
     *
     * @return for example {@code instances}
     */
    String name();

    /**
     * Reads every reference that a Region holds.
     *
     * @param region the account in the Region
     * @return all references, to images of any owner; to images of another Region only where {@link #crossesRegions()}
     * @throws RuntimeException if something could not be read; all images of the Region then count as in use
     */
    List<Reference> references(RegionalProvider region);

    /**
     * Reads every reference that a Region holds, and what else is worth telling. Only sources that have findings need to
     * do more than {@link #references}.
     *
     * @param region the account in the Region
     * @return all references, and the findings
     * @throws RuntimeException if something could not be read; all images of the Region then count as in use
     */
    default SourceReading read(RegionalProvider region) {
        return new SourceReading(references(region), List.of());
    }

    /**
     * Reads the references to some images, right before they are changed.
     *
     * @param region the account in the images' Region
     * @param imageIds the images, at least one
     * @return all references to them that the Region holds
     * @throws RuntimeException if something could not be read; all these images then count as in use
     */
    default List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        return references(region).stream()
                .filter(reference -> imageIds.contains(reference.imageId())
                        && reference.region().equals(region.region()))
                .toList();
    }

    /**
     * Tells whether what refers to an image may be in another Region than the image. If such a source cannot be read in
     * one Region, the images of all Regions count as in use.
     *
     * @return false, unless a source says otherwise
     */
    default boolean crossesRegions() {
        return false;
    }

    /**
     * The account's instances in every state but terminated, by {@code DescribeInstances}.
     *
     * @return the source {@code instances}
     */
    static ReferenceSource instances() {
        return new InstanceReferences();
    }

    /**
     * The default and the latest version of every launch template, by {@code DescribeLaunchTemplateVersions}.
     *
     * <p>Where a version names its image by an SSM parameter ({@code resolve:ssm:…}), EC2 is asked what the parameter says,
     * which it reads with the caller's permission for {@code ssm:GetParameters}. If it does not tell, the version could mean
     * any image: the source then counts as unread, and all images of the Region as in use.
     *
     * @return the source {@code launch templates}
     */
    static ReferenceSource launchTemplates() {
        return launchTemplates(TemplateVersions.defaultAndLatest());
    }

    /**
     * Some versions of every launch template, by {@code DescribeLaunchTemplateVersions}. Given to the façade, it takes the
     * place of the standard source.
     *
     * @param versions which versions count as using their images
     * @return the source {@code launch templates}
     */
    static ReferenceSource launchTemplates(TemplateVersions versions) {
        return new LaunchTemplateReferences(versions);
    }

    /**
     * Launch configurations of Auto Scaling, whether or not a group uses them, by {@code
     * autoscaling:DescribeLaunchConfigurations}.
     *
     * @return the source {@code launch configurations}
     */
    static ReferenceSource launchConfigurations() {
        return new LaunchConfigurationReferences();
    }

    /**
     * What Auto Scaling groups launch from: their launch configuration, or the very version of their launch template, also
     * one that is neither its default nor its latest, with the templates and images of overrides; and the versions that
     * their instances were launched from. By {@code autoscaling:DescribeAutoScalingGroups}, {@code
     * autoscaling:DescribeLaunchConfigurations} and {@code DescribeLaunchTemplateVersions}.
     *
     * <p>A template or version that EC2 does not know keeps no image; it is among the {@linkplain Usage#findings()
     * findings}. What cannot be resolved otherwise leaves the source unread, and all images of the Region in use. The
     * target of an instance refresh that is under way counts once an instance was launched from it; instances of warm
     * pools are among the {@linkplain #instances() instances}.
     *
     * @return the source {@code Auto Scaling groups}
     */
    static ReferenceSource autoScalingGroups() {
        return new AutoScalingGroupReferences();
    }

    /**
     * Spot Fleet requests and EC2 Fleets that are not over: images of launch specifications and overrides, and the very
     * versions of launch templates. By {@code DescribeSpotFleetRequests}, {@code DescribeFleets} and {@code
     * DescribeLaunchTemplateVersions}. Fleets of type {@code instant} are passed over, since they launch once.
     *
     * @return the source {@code fleets}
     */
    static ReferenceSource fleets() {
        return new FleetReferences();
    }

    /**
     * Own images that are still being copied: their source is needed until they are done. By {@code DescribeImages} of the
     * pending ones.
     *
     * <p>Right before a change only copies within the image's Region are looked for again.
     *
     * @return the source {@code copies in progress}
     */
    static ReferenceSource copiesInProgress() {
        return new ImageReferences("copies in progress", true);
    }

    /**
     * Own images, deprecated and disabled ones as well, that were copied from an image or made from an instance of it: golden
     * images whose descendants live. EC2 does not need the parent any more; whoever wants to know where an image came from
     * does. Not among the {@linkplain #standard() standard sources}. By {@code DescribeImages}.
     *
     * <p>Right before a change only descendants within the image's Region are looked for again.
     *
     * @return the source {@code derived images}
     */
    static ReferenceSource derivedImages() {
        return new ImageReferences("derived images", false);
    }

    /**
     * Every SSM parameter of the data type {@code aws:ec2:image}: what its latest version says counts. By {@code
     * ssm:DescribeParameters} and {@code ssm:GetParameters}. What an older version says counts where a launch template names
     * that version or its label, by {@link #launchTemplates()}.
     *
     * @return the source {@code parameters}
     */
    static ReferenceSource parameters() {
        return new ParameterReferences();
    }

    /**
     * Every SSM parameter below some paths, of whatever data type, whose latest version names an image of the Region by its
     * id: alone, in a list, or in a longer text such as JSON. Secrets are not read. By {@code ssm:GetParametersByPath}, ten
     * parameters a call.
     *
     * @param first a path, for example {@code /golden}; {@code /} stands for all parameters
     * @param more further paths
     * @return the source {@code parameters under } and the paths
     * @throws IllegalArgumentException if a path does not begin with {@code /}
     */
    static ReferenceSource parametersUnder(String first, String... more) {
        return new ParameterPathReferences(
                Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    /**
     * Every version of every image recipe and container recipe that the account has in EC2 Image Builder. By {@code
     * imagebuilder:ListImageRecipes} and {@code imagebuilder:ListContainerRecipes}; a parent that is a parameter is looked up
     * by {@code ssm:GetParameter}, one that is an image of Image Builder by {@code imagebuilder:GetImage}.
     *
     * <p>What belongs to Amazon, another account or the Marketplace is passed over. If it cannot be told which image a recipe
     * starts from, it could be any: the source then counts as unread, and all images of the Region as in use.
     *
     * @return the source {@code image recipes}
     */
    static ReferenceSource imageRecipes() {
        return new RecipeReferences();
    }

    /**
     * EC2's own answer, {@code DescribeImageReferences}, for images that are named: right before they are changed, and in
     * {@link UsageQuery#readOf}. Where a whole account is read it tells nothing, since EC2 takes ten images in one call.
     *
     * <p>It knows no more than {@link #instances()}, {@link #launchTemplates()}, {@link #parameters()} and {@link
     * #imageRecipes()}, except that the newest versions of templates count, not only the default and the latest. EC2 asks for
     * the permissions of all of these. Not among the {@linkplain #standard() standard sources}.
     *
     * @param versionDepth how many of the newest versions of each launch template count, 1 to 10,000; EC2's default is 10
     * @return the source {@code image references}
     * @throws IllegalArgumentException if the depth is something else
     */
    static ReferenceSource imageReferences(int versionDepth) {
        return new OwnAnswerReferences(versionDepth);
    }

    /**
     * Instances and launch templates of other accounts that use an image, as EC2 reports them, for images that are named:
     * right before they are changed, and in {@link UsageQuery#readOf}. Where a whole account is read it tells nothing, since
     * each image takes a report of its own, which takes minutes. Not among the {@linkplain #standard() standard sources}.
     *
     * <p><b>Calls</b> {@code CreateImageUsageReport}, {@code DescribeImageUsageReports} until it is there, {@code
     * DescribeImageUsageReportEntries} and {@code DeleteImageUsageReport}.
     *
     * <p><b>Changes</b> nothing that stays, unless a report cannot be deleted: EC2 then does so after 30 days.
     *
     * <p><b>Undo</b> nothing to undo.
     *
     * @param clock what time it is
     * @param sleeper how to let time pass
     * @param policy how patient to be
     * @return the source {@code usage reports}
     */
    static ReferenceSource usageReports(Clock clock, Sleeper sleeper, WaitPolicy policy) {
        return new ReportedReferences(clock, sleeper, policy);
    }

    /**
     * What another account refers to, which images are shared with: its instances, launch templates and copies in progress.
     * Not among the {@linkplain #standard() standard sources}.
     *
     * @param account the account
     * @param provider calls as that account, for example by a role; it stays the caller's, who closes it
     * @return the source {@code account } and its number; it counts as unread if the provider is another account's
     */
    static ReferenceSource inAccount(AccountId account, AmiProvider provider) {
        return inAccount(account, provider, List.of(instances(), launchTemplates(), copiesInProgress()));
    }

    /**
     * What another account refers to, which images are shared with. Not among the {@linkplain #standard() standard sources}.
     *
     * @param account the account
     * @param provider calls as that account, for example by a role; it stays the caller's, who closes it
     * @param sources what is asked there, at least one
     * @return the source {@code account } and its number; it counts as unread if the provider is another account's
     * @throws IllegalArgumentException if there is nothing to ask
     */
    static ReferenceSource inAccount(AccountId account, AmiProvider provider, List<ReferenceSource> sources) {
        return new AccountReferences(account, provider, sources);
    }

    /**
     * This source, not believed if it tells of too few references in a Region: all images then count as in use. For an
     * account that is known to run hundreds of instances, a handful of references means that something is wrong.
     *
     * @param least how many references there must be in each Region that is read, at least 1
     * @return the source under the same name; given to the façade, it takes this one's place
     * @throws IllegalArgumentException if less than 1 is expected
     */
    default ReferenceSource expectingAtLeast(int least) {
        return new ExpectingSource(this, least);
    }

    /**
     * Own images that a roll-out brings, and those that it would go back to, until it is confirmed or taken back: those with
     * a tag whose key begins with {@link #ROLLOUT_TAG_PREFIX}. By {@code DescribeImages}.
     *
     * @return the source {@code roll-outs}
     */
    static ReferenceSource rollouts() {
        return new RolloutReferences();
    }

    /**
     * The sources that are read where none are left out.
     *
     * @return {@link #instances()}, {@link #launchTemplates()}, {@link #launchConfigurations()}, {@link
     *     #autoScalingGroups()}, {@link #fleets()}, {@link #copiesInProgress()}, {@link #parameters()}, {@link
     *     #imageRecipes()}, {@link #rollouts()}
     */
    static List<ReferenceSource> standard() {
        return List.of(
                instances(),
                launchTemplates(),
                launchConfigurations(),
                autoScalingGroups(),
                fleets(),
                copiesInProgress(),
                parameters(),
                imageRecipes(),
                rollouts());
    }
}
