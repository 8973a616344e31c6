package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageOperationTest {

    @ParameterizedTest
    @CsvSource({
        "LAUNCH, available",
        "COPY, available",
        "SHARE, available",
        "MODIFY, available",
        "DEPRECATE, available",
        "PROTECT, available disabled",
        "DISABLE, available",
        "ENABLE, disabled",
        "DEREGISTER, pending available failed disabled",
        "TAG, pending available failed disabled"
    })
    void isAllowedInTheStatesOfTheTable(ImageOperation operation, String states) {
        List<String> expected = List.of(states.split(" "));
        assertThat(Arrays.stream(ImageState.values())
                        .filter(operation::allowedIn)
                        .map(ImageState::text))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void anImageTellsExactlyWhatItsStateForbids(ImageOperation operation) {
        for (ImageState state : ImageState.values()) {
            Image image = Samples.image().withStateText(state.text());
            assertThat(image.whyNot(operation).isEmpty()).isEqualTo(operation.allowedIn(state));
        }
    }

    @Test
    void theReasonNamesImageStateAndWhatIsNeeded() {
        assertThat(Samples.image().withStateText("disabled").whyNot(ImageOperation.COPY))
                .isEqualTo(Optional.of("ami-0123456789abcdef0 is disabled, but copying needs it to be available"));
    }

    @Test
    void theReasonNamesEveryStateThatWouldDo() {
        assertThat(Samples.image().withStateText("archiving").whyNot(ImageOperation.PROTECT))
                .isEqualTo(Optional.of(
                        "ami-0123456789abcdef0 is archiving, but protecting needs it to be available or disabled"));
    }

    @Test
    void theReasonHasThatOfTheState() {
        Image failed = Samples.image()
                .withStateText("failed")
                .withStateReason(new StateReason("Client.InstanceTerminated", "Instance terminated"));
        assertThat(failed.whyNot(ImageOperation.LAUNCH))
                .isEqualTo(
                        Optional.of("ami-0123456789abcdef0 is failed (Client.InstanceTerminated: Instance terminated),"
                                + " but launching needs it to be available"));
    }
}
