package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.AccessDeniedException;
import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.naming.NamingScheme;
import dev.amis.query.ImageQuery;
import dev.amis.spi.Filter;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final AccountId STRANGER = AccountId.of("999999999999");
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final InMemoryAws aws = InMemoryAws.builder().pageSize(3).build();
    private final Amis amis = Amis.using(aws);
    private final ImageQuery own = amis.find().ownedBySelf();
    private int made;

    @Test
    void latestIsTheNewestByDate() {
        seed(image("web-2", NOW.minusSeconds(10)));
        Image newest = seed(image("web-1", NOW));
        seed(image("web-3", NOW.minusSeconds(20)));
        assertThat(own.latest()).isEqualTo(newest);
    }

    @Test
    void theNameDecidesBetweenImagesOfOneDate() {
        seed(image("web-1", NOW));
        Image newest = seed(image("web-2", NOW));
        assertThat(own.latest()).isEqualTo(newest);
    }

    @Test
    void theIdDecidesBetweenImagesOfOneDateAndName() {
        seed(image("web", NOW).withRegion(Region.EU_WEST_1));
        Image newest = seed(image("web", NOW));
        assertThat(own.in(Region.EU_WEST_1, Region.US_EAST_1).latest()).isEqualTo(newest);
    }

    @Test
    void latestIgnoresDeprecatedImages() {
        Image older = seed(image("web-1", NOW.minusSeconds(60)));
        seed(image("web-2", NOW).withDeprecationTime(NOW));
        assertThat(own.latest()).isEqualTo(older);
    }

    @Test
    void latestTakesAnImageThatIsDeprecatedLater() {
        Image newest = seed(image("web-1", NOW).withDeprecationTime(NOW.plusSeconds(60)));
        assertThat(own.latest()).isEqualTo(newest);
    }

    @Test
    void latestIgnoresImagesThatAreNotAvailable() {
        Image older = seed(image("web-1", NOW.minusSeconds(60)));
        seed(image("web-2", NOW).withStateText("failed"));
        seed(image("web-3", NOW).withStateText("pending"));
        seed(image("web-4", NOW).withStateText("disabled"));
        assertThat(own.latest()).isEqualTo(older);
    }

    @Test
    void deprecatedImagesAreBroughtIn() {
        seed(image("web-1", NOW.minusSeconds(60)));
        Image deprecated = seed(image("web-2", NOW).withDeprecationTime(NOW));
        assertThat(own.includingDeprecated().latest()).isEqualTo(deprecated);
    }

    @Test
    void disabledImagesAreBroughtIn() {
        seed(image("web-1", NOW.minusSeconds(60)));
        Image disabled = seed(image("web-2", NOW).withStateText("disabled"));
        assertThat(own.includingDisabled().latest()).isEqualTo(disabled);
    }

    @Test
    void latestTakesTheStatesThatAreNamed() {
        seed(image("web-1", NOW));
        Image pending = seed(image("web-2", NOW.minusSeconds(60)).withStateText("pending"));
        assertThat(own.state(ImageState.PENDING).latest()).isEqualTo(pending);
    }

    @Test
    void namingTheDisabledStateBringsDisabledImagesIn() {
        Image disabled = seed(image("web-2", NOW).withStateText("disabled"));
        assertThat(own.state(ImageState.DISABLED).list()).containsExactly(disabled);
    }

    @Test
    void aListHasPendingImagesToo() {
        Image pending = seed(image("web-1", NOW).withStateText("pending"));
        assertThat(own.list()).containsExactly(pending);
    }

    @Test
    void aListIsNewestFirst() {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            images.add(0, seed(image("web-" + i, NOW.plusSeconds(i))));
        }
        aws.faults().shuffledAnswers(true);
        assertThat(own.list()).isEqualTo(images);
    }

    @Test
    void emptyPagesAreNotTheEnd() {
        for (int i = 0; i < 10; i++) {
            seed(image("web-" + i, NOW));
        }
        aws.faults().emptyPages(true);
        assertThat(own.count()).isEqualTo(10);
    }

    @Test
    void nothingFoundSaysWhatWasSearchedAndWhere() {
        assertThatThrownBy(() ->
                        own.named("web-*").architecture(Architecture.ARM64).latest())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no image is owned by self, name web-*, architecture arm64 in us-east-1");
    }

    @Test
    void nothingFoundSaysWhatWasLeftOut() {
        seed(image("web-1", NOW).withDeprecationTime(NOW));
        seed(image("web-2", NOW).withStateText("pending"));
        assertThatThrownBy(own::latest).hasMessageContaining("2 images that match were left out");
    }

    @Test
    void messagesKeepTagValuesToThemselves() {
        assertThatThrownBy(() -> own.tag("Secret", "hush").latest())
                .hasMessageContaining("tag:Secret")
                .hasMessageNotContaining("hush");
    }

    @Test
    void findLatestIsEmptyIfThereIsNone() {
        assertThat(own.findLatest()).isEmpty();
    }

    @Test
    void oneInsistsOnOne() {
        Image image = seed(image("web-1", NOW));
        assertThat(own.one()).isEqualTo(image);
    }

    @Test
    void oneRefusesMoreAndSaysHowMany() {
        seed(image("web-1", NOW));
        seed(image("web-2", NOW));
        seed(image("web-3", NOW));
        assertThatThrownBy(own::one).isInstanceOf(ConflictException.class).hasMessageContaining("3 images are");
        assertThatThrownBy(own::findOne).isInstanceOf(ConflictException.class);
    }

    @Test
    void oneRefusesNone() {
        assertThatThrownBy(own::one).isInstanceOf(NotFoundException.class);
        assertThat(own.findOne()).isEmpty();
    }

    @Test
    void noIdsMeanNoImagesAndNoCall() {
        seed(image("web-1", NOW));
        assertThat(amis.find().byId().list()).isEmpty();
        assertThat(aws.calls().count()).isZero();
    }

    @Test
    void manyIdsAreAskedForInChunks() {
        List<ImageId> ids = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            ids.add(seed(image("web-" + i, NOW)).imageId());
        }
        assertThat(amis.find().byId(ids).count()).isEqualTo(450);
        assertThat(aws.calls().count("DescribeImages")).isEqualTo(3);
    }

    @Test
    void unknownIdsAreLeftOut() {
        List<ImageId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(seed(image("web-" + i, NOW)).imageId());
        }
        ids.add(7, ImageId.of("ami-00000000000000bad"));
        assertThat(amis.find().byId(ids).count()).isEqualTo(20);
    }

    @Test
    void anUnknownIdIsMissedByThoseWhoInsist() {
        assertThatThrownBy(() ->
                        amis.find().byId(ImageId.of("ami-00000000000000bad")).one())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("with id ami-00000000000000bad");
    }

    @Test
    void anIdFindsDeprecatedAndDisabledImages() {
        Image deprecated = seed(image("web-1", NOW).withDeprecationTime(NOW));
        Image disabled = seed(image("web-2", NOW).withStateText("disabled"));
        assertThat(amis.find().byId(deprecated.imageId(), disabled.imageId()).count())
                .isEqualTo(2);
    }

    @Test
    void aNameFromAStrangerIsNotFoundAmongOnesOwn() {
        aws.seed().image(image("web-1", NOW).withOwnerId(STRANGER).withIsPublic(true));
        assertThat(own.named("web-*").findLatest()).isEmpty();
    }

    @Test
    void publicImagesOfAnAccountAreFoundOnRequest() {
        Image publicOne = image("web-1", NOW).withOwnerId(STRANGER).withIsPublic(true);
        aws.seed().image(publicOne);
        aws.seed().image(image("web-2", NOW).withOwnerId(STRANGER));
        assertThat(amis.find().publicImagesOf(STRANGER).list())
                .extracting(Image::imageId)
                .containsExactly(publicOne.imageId());
    }

    @Test
    void sharedImagesAreFoundOnRequest() {
        Image shared = image("web-1", NOW).withOwnerId(STRANGER);
        aws.seed().image(shared, LaunchPermission.of(aws.account()));
        aws.seed().image(image("web-2", NOW).withOwnerId(STRANGER));
        assertThat(amis.find().sharedWithMe().list()).containsExactly(shared);
        assertThat(amis.find().sharedWithMeBy(STRANGER).list()).containsExactly(shared);
        assertThat(amis.find().sharedWithMeBy(AccountId.of("888888888888")).list())
                .isEmpty();
    }

    @Test
    void imagesOfAnotherAccountAreFoundByItsNumber() {
        Image shared = image("web-1", NOW).withOwnerId(STRANGER);
        aws.seed().image(shared, LaunchPermission.of(aws.account()));
        assertThat(amis.find().ownedBy(STRANGER).one()).isEqualTo(shared);
    }

    @Test
    void amazonsImagesAreFoundByTheirOwner() {
        assertThat(amis.find().ownedByAmazon().architecture(Architecture.ARM64).list())
                .isNotEmpty()
                .allMatch(image -> image.ownerAlias().isPresent());
        assertThat(amis.find().ownedByMarketplace().list()).isEmpty();
    }

    @Test
    void deprecatedImagesOfOthersAreBroughtInOnRequest() {
        Image shared = image("web-1", NOW).withOwnerId(STRANGER).withDeprecationTime(NOW.minusSeconds(60));
        aws.seed().image(shared, LaunchPermission.of(aws.account()));
        assertThat(amis.find().ownedBy(STRANGER).list()).isEmpty();
        assertThat(amis.find().ownedBy(STRANGER).includingDeprecated().list()).containsExactly(shared);
    }

    @Test
    void manyRegionsAreSearchedAsOne() {
        Image here = seed(image("web-1", NOW));
        Image there = seed(image("web-2", NOW.plusSeconds(1)).withRegion(Region.EU_WEST_1));
        assertThat(own.in(Region.US_EAST_1, Region.EU_WEST_1).list()).containsExactly(there, here);
    }

    @Test
    void aRegionThatCannotBeReadIsNotLeftOutInSilence() {
        seed(image("web-1", NOW));
        aws.faults().fail("DescribeImages", 2, "UnauthorizedOperation");
        assertThatThrownBy(() -> own.in(Region.US_EAST_1, Region.EU_WEST_1).list())
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aSchemeFindsWhatFitsItAndNotWhatLooksAlike() {
        Image fits = seed(image("web-v1.0.0", NOW));
        seed(image("web-vintage", NOW));
        assertThat(own.named(NamingScheme.parse("web-v{version}")).list()).containsExactly(fits);
    }

    @Test
    void aNameIsTakenAsItStands() {
        Image exact = seed(image("web [1]", NOW));
        seed(image("web 1", NOW));
        assertThat(own.named(ImageName.of("web [1]")).list()).containsExactly(exact);
    }

    @Test
    void severalNamesAreAlternatives() {
        seed(image("web-1", NOW));
        seed(image("db-1", NOW));
        seed(image("app-1", NOW));
        assertThat(own.named("web-*", "db-*").count()).isEqualTo(2);
    }

    @Test
    void aFilterIsGivenOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.named("web-*").named("db-*"))
                .withMessageContaining("filter 'name' is given twice");
    }

    @Test
    void anyFilterOfEc2CanBeUsed() {
        Image image = seed(image("web-1", NOW).withTags(Tags.of("A", "1")));
        seed(image("web-2", NOW).withTags(Tags.of("A", "2")));
        assertThat(own.filter(Filter.of("tag:A", "1")).list()).containsExactly(image);
    }

    @Test
    void aPredicateOfOnesOwnIsNamedInMessages() {
        seed(image("web-1", NOW));
        assertThatThrownBy(() -> own.matching("signed", image -> false).latest())
                .hasMessageContaining("owned by self, signed");
    }

    @Test
    void theSameSearchIsTheSameValue() {
        assertThat(own.named("web-*").olderThan(Duration.ofDays(1)).toRequest())
                .isEqualTo(amis.find()
                        .ownedBySelf()
                        .named("web-*")
                        .olderThan(Duration.ofDays(1))
                        .toRequest());
    }

    @Test
    void aSearchCanBeForked() {
        ImageQuery all = own.includingDeprecated();
        assertThat(all.named("web-*").toRequest().filters()).hasSize(1);
        assertThat(all.toRequest().filters()).isEmpty();
    }

    private Image image(String name, Instant created) {
        return Image.builder()
                .imageId(ImageId.of(String.format(Locale.ROOT, "ami-%017x", ++made)))
                .region(Region.US_EAST_1)
                .name(name)
                .state(ImageState.AVAILABLE)
                .ownerId(aws.account())
                .creationDate(created)
                .architecture(Architecture.ARM64)
                .build();
    }

    private Image seed(Image image) {
        aws.seed().image(image);
        return image;
    }
}
