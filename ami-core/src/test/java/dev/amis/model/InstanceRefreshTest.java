package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceRefreshTest {

    private static final Set<InstanceRefreshStatus> OVER = EnumSet.of(
            InstanceRefreshStatus.SUCCESSFUL,
            InstanceRefreshStatus.FAILED,
            InstanceRefreshStatus.CANCELLED,
            InstanceRefreshStatus.ROLLBACK_FAILED,
            InstanceRefreshStatus.ROLLBACK_SUCCESSFUL);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void everyStatusIsReadBack(InstanceRefreshStatus status) {
        assertThat(refresh(status.text()).status()).isEqualTo(status);
        assertThat(status.isOver()).isEqualTo(OVER.contains(status));
    }

    @Test
    void aStatusOfTomorrowIsKeptAndNotTakenForAnEnd() {
        InstanceRefresh refresh = refresh("Meditating");

        assertThat(refresh.status()).isEqualTo(InstanceRefreshStatus.UNKNOWN);
        assertThat(refresh.statusText()).isEqualTo("Meditating");
        assertThat(refresh.status().isOver()).isFalse();
    }

    @Test
    void aLineTellsGroupStatusProgressAndReason() {
        assertThat(refresh("Failed").withPercentageComplete(50).withStatusReason("an alarm went off"))
                .hasToString("instance refresh r-1 of web (Failed 50 %: an alarm went off)");
    }

    private static InstanceRefresh refresh(String status) {
        return InstanceRefresh.builder()
                .instanceRefreshId("r-1")
                .groupName("web")
                .statusText(status)
                .build();
    }
}
