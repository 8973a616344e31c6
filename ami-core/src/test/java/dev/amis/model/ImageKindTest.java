package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageKindTest {

    private static final ProductCode CODE = new ProductCode("abc123", ProductCodeType.MARKETPLACE);

    @Test
    void isOwnByItsOwner() {
        assertThat(Samples.image().kindFor(Samples.OWNER)).isEqualTo(ImageKind.OWN_PRIVATE);
        assertThat(Samples.image().withIsPublic(true).kindFor(Samples.OWNER)).isEqualTo(ImageKind.OWN_PUBLIC);
    }

    @Test
    void isSharedIfSomebodyElsesIsNotPublic() {
        assertThat(Samples.image().kindFor(Samples.OTHER)).isEqualTo(ImageKind.SHARED_WITH_ME);
    }

    @Test
    void isCommunityIfSomebodyElsesIsPublic() {
        assertThat(Samples.image().withIsPublic(true).kindFor(Samples.OTHER)).isEqualTo(ImageKind.COMMUNITY);
    }

    @ParameterizedTest
    @CsvSource({"amazon, AMAZON", "aws-marketplace, MARKETPLACE", "aws-backup-vault, AWS_BACKUP"})
    void followsTheAliasWhoeverLooks(String alias, ImageKind kind) {
        Image aliased = Samples.image().withOwnerAlias(OwnerAlias.of(alias)).withIsPublic(true);
        assertThat(aliased.kindFor(Samples.OTHER)).isEqualTo(kind);
        assertThat(aliased.kindFor(Samples.OWNER)).isEqualTo(kind);
    }

    @Test
    void isNotFooledByAName() {
        Image named = Samples.image().withName("amzn2-ami-hvm-2.0").withIsPublic(true);
        assertThat(named.kindFor(Samples.OTHER)).isEqualTo(ImageKind.COMMUNITY);
    }

    @Test
    void anAliasThatIsNewVouchesForNothing() {
        Image aliased = Samples.image().withOwnerAlias(OwnerAlias.of("amazon2")).withIsPublic(true);
        assertThat(aliased.kindFor(Samples.OTHER)).isEqualTo(ImageKind.COMMUNITY);
    }

    @Test
    void isPaidIfSomebodyElsesHasAProductCode() {
        Image paid = Samples.image().withProductCodes(CODE);
        assertThat(paid.kindFor(Samples.OTHER)).isEqualTo(ImageKind.MARKETPLACE);
        assertThat(paid.kindFor(Samples.OWNER)).isEqualTo(ImageKind.OWN_PRIVATE);
    }

    @Test
    void onlyAmazonAndTheMarketplaceAreVerified() {
        assertThat(OwnerAlias.AMAZON.isVerifiedProvider()).isTrue();
        assertThat(OwnerAlias.AWS_MARKETPLACE.isVerifiedProvider()).isTrue();
        assertThat(OwnerAlias.AWS_BACKUP_VAULT.isVerifiedProvider()).isFalse();
        assertThat(OwnerAlias.of("amazon2").isVerifiedProvider()).isFalse();
    }
}
