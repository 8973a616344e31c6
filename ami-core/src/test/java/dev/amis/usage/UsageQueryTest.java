package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.Failure;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.ImageReference;
import dev.amis.spi.RegionalProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UsageQueryTest {

    private final StubAccount account = StubAccount.create();
    private final UsageQuery query = Amis.using(account).usage();

    private record OwnSource(String name, Supplier<List<Reference>> answer) implements ReferenceSource {
        @Override
        public List<Reference> references(RegionalProvider region) {
            return answer.get();
        }
    }

    private UsageQuery asking(ReferenceSource own) {
        return Amis.builder(account).referenceSource(own).build().usage();
    }

    @Test
    void asksTheStandardSources() {
        account.here().instances.add(Samples.instance(1, Samples.imageId(1), "running"));
        account.here().templates.add(Samples.template(1, 1, Samples.imageId(2).value()));
        account.here().images.add(Samples.copy(9, Samples.imageId(3), Region.EU_WEST_1));
        account.here().parameters.image("/golden/web", Samples.imageId(4).value());
        account.here().recipes.image("web", Samples.imageId(5).value());

        Usage usage = query.read();

        assertThat(usage.sources())
                .containsExactly(
                        "instances",
                        "launch templates",
                        "launch configurations",
                        "Auto Scaling groups",
                        "fleets",
                        "copies in progress",
                        "parameters",
                        "image recipes",
                        "roll-outs");
        assertThat(usage.references())
                .extracting(Reference::imageId)
                .containsExactly(
                        Samples.imageId(1),
                        Samples.imageId(2),
                        Samples.imageId(3),
                        Samples.imageId(4),
                        Samples.imageId(5));
    }

    @Test
    void asksInTheRegionThatIsMeantIfNoneIsNamed() {
        assertThat(query.read().regions()).containsExactly(Region.EU_WEST_1);
    }

    @Test
    void asksInEveryRegionThatIsNamed() {
        account.at(Region.US_EAST_1)
                .instances
                .add(Samples.instance(1, Samples.imageId(1), "running").withRegion(Region.US_EAST_1));

        Usage usage = query.in(Region.EU_WEST_1, Region.US_EAST_1).read();

        assertThat(usage.of(Region.US_EAST_1, Samples.imageId(1)).status()).isEqualTo(UseStatus.USED);
        assertThat(usage.of(Region.EU_WEST_1, Samples.imageId(1)).status()).isEqualTo(UseStatus.UNUSED);
    }

    @Test
    void asksSourcesOfOnesOwn() {
        Reference own = new Reference(Region.EU_WEST_1, Samples.imageId(1), "cmdb", "shop");

        Usage usage = asking(new OwnSource("cmdb", () -> List.of(own))).read();

        assertThat(usage.references()).containsExactly(own);
    }

    @Test
    void aSourceThatIsDeniedIsUnreadInItsRegion() {
        account.here().denied.add("DescribeInstances");

        Usage usage = query.in(Region.EU_WEST_1, Region.US_EAST_1).read();

        assertThat(usage.unreadSources())
                .containsExactly(new UnreadSource(
                        Region.EU_WEST_1, "instances", "DescribeInstances failed in eu-west-1: not authorized."));
    }

    @Test
    void aSourceThatCrossesRegionsIsUnreadEverywhere() {
        account.at(Region.US_EAST_1).denied.add("DescribeImages");

        Usage usage = query.in(Region.EU_WEST_1, Region.US_EAST_1).read();

        assertThat(usage.unreadSources())
                .containsExactly(
                        new UnreadSource(
                                Region.EU_WEST_1,
                                "copies in progress",
                                "not read in us-east-1: DescribeImages failed in us-east-1: not authorized."),
                        new UnreadSource(
                                Region.US_EAST_1,
                                "copies in progress",
                                "DescribeImages failed in us-east-1: not authorized."),
                        new UnreadSource(
                                Region.US_EAST_1, "roll-outs", "DescribeImages failed in us-east-1: not authorized."));
    }

    @Test
    void aMissingPortIsUnread() {
        account.here().hasTemplates = false;

        assertThat(query.read().unreadSources())
                .extracting(UnreadSource::source)
                .containsExactly("launch templates");
    }

    @Test
    void garbageIsUnread() {
        Usage usage = asking(new OwnSource("cmdb", () -> Arrays.asList((Reference) null)))
                .read();

        assertThat(usage.of(Samples.image(1, "web")).status()).isEqualTo(UseStatus.UNKNOWN);
        assertThat(usage.unreadSources())
                .containsExactly(new UnreadSource(Region.EU_WEST_1, "cmdb", "NullPointerException"));
    }

    @Test
    void otherSourcesAreReadAlthoughOneFails() {
        account.here().denied.add("DescribeLaunchTemplateVersions");
        account.here().instances.add(Samples.instance(1, Samples.imageId(1), "running"));

        assertThat(query.read().references()).hasSize(1);
    }

    @Test
    void interruptionIsNotTakenForAFailure() {
        WaitInterruptedException interruption =
                new WaitInterruptedException(Failure.of("cmdb", "interrupted").build());

        assertThatThrownBy(() -> asking(new OwnSource("cmdb", () -> {
                            throw interruption;
                        }))
                        .read())
                .isSameAs(interruption);
    }

    @Test
    void leavesOutSourcesByName() {
        account.here().denied.add("DescribeLaunchTemplateVersions");

        Usage usage = query.without("launch templates").read();

        assertThat(usage.sources()).isEqualTo(Samples.standardSourcesWithout("launch templates"));
        assertThat(usage.unreadSources()).isEmpty();
    }

    @Test
    void refusesToLeaveOutWhatIsNotThere() {
        assertThatThrownBy(() -> query.without("launch-templates"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source is 'launch-templates', but must be one of " + Samples.standardSourcesWithout());
    }

    @Test
    void aSourceTakesThePlaceOfTheStandardOneOfItsName() {
        account.here().denied.add("DescribeInstances");

        Usage usage = asking(new OwnSource("instances", List::of)).read();

        assertThat(usage.sources()).isEqualTo(Samples.standardSourcesWithout());
        assertThat(usage.unreadSources()).isEmpty();
    }

    @Test
    void tellsOfNamedImagesWhatOnlySuchSourcesKnow() {
        account.here().ownAnswer.add(new ImageReference(Samples.imageId(1), "ec2:Instance", "arn:one"));
        UsageQuery withOwnAnswer = asking(ReferenceSource.imageReferences(10));
        Image used = Samples.image(1, "web-1.0.0");
        Image unused = Samples.image(2, "web-1.1.0");

        List<ImageUsage> usages = withOwnAnswer.readOf(List.of(unused, used));

        assertThat(usages).extracting(ImageUsage::status).containsExactly(UseStatus.UNUSED, UseStatus.USED);
        assertThat(withOwnAnswer.read().of(used).references()).isEmpty();
    }

    @Test
    void aSourceThatFailsMakesNamedImagesUnknown() {
        account.here().denied.add("DescribeImageReferences");

        assertThat(asking(ReferenceSource.imageReferences(10)).readOf(List.of(Samples.image(1, "web-1.0.0"))))
                .extracting(ImageUsage::status)
                .containsExactly(UseStatus.UNKNOWN);
    }

    @Test
    void ofNoImagesNothingIsAsked() {
        assertThat(query.readOf(List.of())).isEmpty();
        assertThat(account.here().requests).isEmpty();
    }

    @Test
    void refusesTwoSourcesOfOneName() {
        Amis.Builder twice = Amis.builder(account)
                .referenceSource(new OwnSource("cmdb", List::of))
                .referenceSource(new OwnSource("cmdb", List::of));

        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cmdb'");
    }

    @Test
    void refusesToAskNobody() {
        UsageQuery nobody = query.without(Samples.standardSourcesWithout());

        assertThatThrownBy(nobody::read).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNoRegion() {
        assertThatThrownBy(() -> query.in(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regions is empty, but must name at least one Region");
    }

    @Test
    void printsAsOneLine() {
        assertThat(query).hasToString("who refers to images in [eu-west-1] by " + Samples.standardSourcesWithout());
    }

    @Test
    void byDefaultASourceLooksForOneImageAmongAll() {
        Reference wanted = new Reference(Region.EU_WEST_1, Samples.imageId(1), "cmdb", "shop");
        Reference elsewhere = new Reference(Region.US_EAST_1, Samples.imageId(1), "cmdb", "shop");
        Reference other = new Reference(Region.EU_WEST_1, Samples.imageId(2), "cmdb", "shop");
        ReferenceSource source = new OwnSource("cmdb", () -> List.of(wanted, elsewhere, other));

        assertThat(source.referencesTo(account.here(), Set.of(ImageId.of("ami-00000000000000001"))))
                .containsExactly(wanted);
    }

    @Test
    void byDefaultASourceStaysWithinARegion() {
        assertThat(new OwnSource("cmdb", List::of).crossesRegions()).isFalse();
    }
}
