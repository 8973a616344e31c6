package dev.amis.usage;

import dev.amis.model.ImageId;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Set;

/**
 * Where references to images are found. Users may add their own: a source reads everything it can and throws where it
 * cannot, since an answer with a hole would free images that are in use.
 */
public interface ReferenceSource {

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
     * The sources that are read where none are left out.
     *
     * @return {@link #instances()}, {@link #launchTemplates()}, {@link #launchConfigurations()}, {@link
     *     #autoScalingGroups()}, {@link #fleets()}, {@link #copiesInProgress()}
     */
    static List<ReferenceSource> standard() {
        return List.of(
                instances(),
                launchTemplates(),
                launchConfigurations(),
                autoScalingGroups(),
                fleets(),
                copiesInProgress());
    }
}
