package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.NotFoundException;
import dev.amis.error.ThrottledException;
import dev.amis.model.Image;
import dev.amis.model.KeyState;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.spi.KeyPort;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmsKeysTest {

    private final Stage stage = Stage.open();
    private final KmsKeys keys = stage.here().kmsKeys();
    private final KeyPort port = port(stage);
    private final KmsKeyId key = keys.create("alias/ami");

    @Test
    void aKeyIsToldByEachOfItsNames() {
        String id = key.value().substring(key.value().indexOf('/') + 1);

        assertThat(port.describeKey(KmsKeyId.of("alias/ami")).arn()).isEqualTo(key);
        assertThat(port.describeKey(KmsKeyId.of(id)).arn()).isEqualTo(key);
        assertThat(port.describeKey(KmsKeyId.of(key.value().replace("key/" + id, "alias/ami")))
                        .arn())
                .isEqualTo(key);
    }

    @Test
    void aRevokedKeyIsDisabledUntilItIsRestored() {
        keys.revoke(key);
        assertThat(port.describeKey(key).state()).isEqualTo(KeyState.DISABLED);
        keys.restore(key);
        assertThat(port.describeKey(key).state()).isEqualTo(KeyState.ENABLED);
    }

    @Test
    void aKeyThatWaitsForItsDeletionIsToldWithTheDateAndServesNobody() {
        Image encrypted = encrypted();
        keys.scheduleDeletion(key, Duration.ofDays(30));

        KmsKey told = port.describeKey(key);

        assertThat(told.state()).isEqualTo(KeyState.PENDING_DELETION);
        assertThat(told.deletionDate())
                .contains(
                        stage.aws().clock().instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS));
        assertThat(copyFails(encrypted, "copy")).isTrue();
    }

    @Test
    void aDeletedKeyIsGoneForGoodAndStillServesNobody() {
        Image encrypted = encrypted();
        keys.scheduleDeletion(key, Duration.ofDays(7));
        stage.aws().time().advance(Duration.ofDays(7));

        assertThatThrownBy(() -> port.describeKey(key))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Key '" + key + "' does not exist");
        assertThatIllegalArgumentException().isThrownBy(() -> keys.restore(key));
        assertThat(copyFails(encrypted, "copy")).isTrue();
    }

    @Test
    void aDeletionThatIsCancelledDoesNotHappen() {
        keys.scheduleDeletion(key, Duration.ofDays(7)).restore(key);
        stage.aws().time().advance(Duration.ofDays(8));

        KmsKey told = port.describeKey(key);

        assertThat(told.state()).isEqualTo(KeyState.ENABLED);
        assertThat(told.deletionDate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 31})
    void aDeletionTakesSevenToThirtyDays(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.scheduleDeletion(key, Duration.ofDays(days)))
                .withMessageContaining("must be 7 to 30 days");
    }

    @Test
    void whatAnotherAccountMayNotUseItMayNotLookAt() {
        KeyPort theirs = port(stage.other());
        assertThatThrownBy(() -> theirs.describeKey(key))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("kms:DescribeKey");

        keys.allow(key, Stage.OTHER);
        assertThat(theirs.describeKey(key).account()).isEqualTo(stage.aws().account());
    }

    @Test
    void whetherAnotherAccountHasAKeyIsNotTold() {
        KmsKeyId none = KmsKeyId.of(key.value().substring(0, key.value().indexOf('/')) + "/none");
        assertThatThrownBy(() -> port(stage.other()).describeKey(none)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aKeyOfAnotherRegionIsNotFound() {
        KmsKeyId elsewhere = stage.aws().in(Region.EU_WEST_1).kmsKeys().create();
        assertThatThrownBy(() -> port.describeKey(elsewhere)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theKeyOfASnapshotThatWasPutThereIsThereToo() {
        KmsKeyId recorded = KmsKeyId.of(
                "arn:aws:kms:" + stage.aws().region() + ":" + stage.aws().account() + ":key/recorded");
        Image image = stage.baked("web-1");
        Snapshot snapshot = stage.snapshot(image.snapshotIds().get(0));
        Stage loaded = Stage.open();
        loaded.aws()
                .seed()
                .snapshot(snapshot.withEncrypted(true).withKmsKeyId(recorded))
                .image(image);

        assertThat(port(loaded).describeKey(recorded).state()).isEqualTo(KeyState.ENABLED);
    }

    @Test
    void callsAreLoggedDeniedAndThrottledByTheirAction() {
        port.describeKey(key);
        assertThat(stage.aws().calls().entries("DescribeKey"))
                .singleElement()
                .satisfies(call -> assertThat(call.resources()).containsExactly(key.value()));

        stage.aws().faults().throttling(1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        port.describeKey(key);
                    }
                })
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("kms:DescribeKey");
        stage.aws().faults().clear();

        stage.aws().access().deny("kms:DescribeKey");
        assertThatThrownBy(() -> port.describeKey(key))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("AccessDeniedException");
    }

    private Image encrypted() {
        return stage.image(stage.here()
                .images()
                .copyImage(stage.copyOf(stage.baked("web-1").imageId(), "encrypted")
                        .withEncrypted(true)
                        .withKmsKeyId(key)));
    }

    private boolean copyFails(Image source, String name) {
        stage.aws().time().advance(Duration.ofHours(1));
        var copy = stage.here().images().copyImage(stage.copyOf(source.imageId(), name));
        stage.aws().time().advance(Duration.ofHours(1));
        return stage.image(copy).stateText().equals("failed");
    }

    private static KeyPort port(Stage stage) {
        return stage.here().keys().orElseThrow();
    }
}
