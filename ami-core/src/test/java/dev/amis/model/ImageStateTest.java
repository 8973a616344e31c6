package dev.amis.model;

import static dev.amis.model.ImageState.AVAILABLE;
import static dev.amis.model.ImageState.DEREGISTERED;
import static dev.amis.model.ImageState.DISABLED;
import static dev.amis.model.ImageState.ERROR;
import static dev.amis.model.ImageState.FAILED;
import static dev.amis.model.ImageState.INVALID;
import static dev.amis.model.ImageState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageStateTest {

    private static final Map<ImageState, Set<ImageState>> LIFE = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(AVAILABLE, FAILED, DEREGISTERED),
            AVAILABLE, EnumSet.of(DISABLED, DEREGISTERED),
            DISABLED, EnumSet.of(AVAILABLE, DEREGISTERED),
            FAILED, EnumSet.of(DEREGISTERED),
            DEREGISTERED, EnumSet.of(AVAILABLE)));

    @ParameterizedTest
    @EnumSource
    void becomesWhatTheLifeCycleSaysAndNothingElse(ImageState from) {
        Set<ImageState> next = LIFE.getOrDefault(from, EnumSet.noneOf(ImageState.class));
        assertThat(ImageState.values()).filteredOn(from::canBecome).containsExactlyInAnyOrderElementsOf(next);
    }

    @Test
    void waitingEndsInTheStatesThatNeverBecomeAvailableByThemselves() {
        assertThat(ImageState.values())
                .filteredOn(ImageState::endsWaiting)
                .containsExactlyInAnyOrder(FAILED, INVALID, ERROR, DEREGISTERED);
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "available, AVAILABLE",
        "invalid, INVALID",
        "deregistered, DEREGISTERED",
        "transient, TRANSIENT",
        "failed, FAILED",
        "error, ERROR",
        "disabled, DISABLED",
        "archiving, UNKNOWN",
        "Available, UNKNOWN"
    })
    void readsEc2sWords(String text, ImageState state) {
        assertThat(ImageState.parse(text)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void textsRoundTrip(ImageState state) {
        assertThat(ImageState.parse(state.text())).isEqualTo(state);
        assertThat(state).hasToString(state.text());
    }
}
