package dev.amis.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.Amis;
import dev.amis.internal.ScriptedAws;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can be told to be impossible is refused before any call; the provider here knows no call. */
class CopyRefusalTest {

    private static final Region HOME = Region.EU_WEST_1;
    private static final KmsKeyId KEY_OF_WEST =
            KmsKeyId.of("arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    private static final Image IMAGE = Image.builder()
            .imageId(ImageId.of("ami-0123456789abcdef0"))
            .region(HOME)
            .ownerId(ScriptedAws.ACCOUNT)
            .name("web-1.0.0")
            .state(ImageState.AVAILABLE)
            .architecture(Architecture.ARM64)
            .build();

    private final CopyImage copy = Amis.using(new ScriptedAws()).copy(IMAGE);
    private final ImageCopying two = copy.to(Region.US_WEST_2, Region.US_EAST_1);

    @Test
    void anotherPartition() {
        refused(() -> copy.to(Region.CN_NORTH_1), "destination is 'cn-north-1' in partition aws-cn");
    }

    @Test
    void noRegion() {
        refused(() -> copy.to(List.of()), "destinations is empty");
    }

    @Test
    void oneRegionTwice() {
        refused(() -> copy.to(Region.US_WEST_2, Region.US_WEST_2), "must name each Region once");
    }

    @Test
    void theSameRegionWithoutAnotherName() {
        refused(() -> copy.to(HOME).start(), "needs another name");
    }

    @Test
    void theSameRegionUnderTheSameName() {
        refused(() -> copy.to(HOME).named("web-1.0.0").start(), "name is 'web-1.0.0'");
    }

    @Test
    void aNameThatEc2Refuses() {
        refused(() -> two.named("web#1"), "image name has '#'");
    }

    @Test
    void theKeyOfAnotherRegion() {
        refused(() -> copy.to(Region.US_EAST_1).encryptedWith(KEY_OF_WEST).start(), "a key of us-west-2");
    }

    @Test
    void theKeyOfAnotherRegionForOneOfThem() {
        refused(() -> two.encryptedWith(Region.US_EAST_1, KEY_OF_WEST), "a key of us-west-2");
    }

    @Test
    void oneKeyForManyRegions() {
        refused(() -> two.encryptedWith(KEY_OF_WEST).start(), "exists in one Region only");
    }

    @Test
    void aKeyForARegionThatIsNoDestination() {
        refused(() -> two.encryptedWith(Region.SA_EAST_1, KmsKeyId.of("alias/ami")), "a key is named for 'sa-east-1'");
    }

    @Test
    void anArnThatIsNoKey() {
        refused(
                () -> copy.to(Region.US_WEST_2)
                        .encryptedWith(KmsKeyId.of("arn:aws:iam::111122223333:role/ami"))
                        .start(),
                "must be the ARN of a KMS key");
    }

    @Test
    void minutesThatAreNoQuarterOfAnHour() {
        refused(() -> two.withinMinutes(20), "20");
    }

    @Test
    void aDescriptionThatIsTooLong() {
        refused(() -> two.description("x".repeat(256)), "description has 256 characters");
    }

    @Test
    void tagsOfAws() {
        refused(() -> two.tag("aws:x", "1"), "reserved for AWS");
    }

    @Test
    void aZerothAttempt() {
        refused(() -> two.attempt(0), "attempt is 0");
    }

    @Test
    void oneKeyForTheRegionsThatHaveNoneOfTheirOwnIsFine() {
        CopyImagesRequest request = two.encryptedWith(KEY_OF_WEST)
                .encryptedWith(Region.US_EAST_1, KmsKeyId.of("alias/ami"))
                .toRequest();
        assertThat(request.kmsKeyId(Region.US_WEST_2)).contains(KEY_OF_WEST);
        assertThat(request.kmsKeyId(Region.US_EAST_1)).contains(KmsKeyId.of("alias/ami"));
    }

    @Test
    void aMultiRegionKeyForManyRegionsIsFine() {
        KmsKeyId key = KmsKeyId.of("mrk-1234abcd12ab34cd56ef1234567890ab");
        assertThat(two.encryptedWith(key).toRequest().kmsKeyId(Region.US_EAST_1))
                .contains(key);
    }

    @Test
    void theSameRequestIsTheSameValue() {
        assertThat(two.tags(Tags.of("A", "1")).toRequest())
                .isEqualTo(copy.to(Region.US_WEST_2, Region.US_EAST_1)
                        .tag("A", "1")
                        .toRequest());
    }

    private static void refused(ThrowingCallable step, String because) {
        assertThatIllegalArgumentException().isThrownBy(step).withMessageContaining(because);
    }
}
