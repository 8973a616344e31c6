package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.model.ImageId;
import org.junit.jupiter.api.Test;

class CallLogTest {

    private final Stage stage = Stage.open();
    private final CallLog calls = stage.aws().calls();

    @Test
    void callsAreLoggedWithWhatTheyMade() {
        ImageId id = stage.create("web-1");
        CallLog.Entry entry = calls.entries("CreateImage").get(0);
        assertThat(entry.account()).isEqualTo(stage.aws().account());
        assertThat(entry.region()).isEqualTo(stage.here().region());
        assertThat(entry.at()).isEqualTo(stage.aws().time().instant());
        assertThat(entry.outcome()).isEqualTo("OK");
        assertThat(entry.resources()).contains("web-1", id.value());
    }

    @Test
    void refusalsAreLoggedByTheirCode() {
        stage.create("web-1");
        assertThat(catchThrowable(() -> stage.create("web-1"))).isNotNull();
        assertThat(calls.entries("CreateImage"))
                .extracting(CallLog.Entry::outcome)
                .containsExactly("OK", "InvalidAMIName.Duplicate");
    }

    @Test
    void lostAnswersAndCrashesAreLogged() {
        stage.aws().faults().loseRequest("CreateImage", 1).loseAnswer("CreateImage", 2);
        assertThat(catchThrowable(() -> stage.create("web-1"))).isNotNull();
        assertThat(catchThrowable(() -> stage.create("web-1"))).isNotNull();
        stage.aws().faults().crashBefore(1);
        assertThat(catchThrowable(stage::own)).isNotNull();
        assertThat(calls.entries())
                .extracting(CallLog.Entry::outcome)
                .containsExactly("lost before its effect", "lost after its effect", "crash");
    }

    @Test
    void arrangingIsNotLogged() {
        stage.aws().terminateInstance(stage.aws().runInstance());
        assertThat(calls.count()).isZero();
    }

    @Test
    void callsAreCountedByAction() {
        stage.own();
        stage.own();
        stage.ownSnapshots();
        assertThat(calls.count("DescribeImages")).isEqualTo(2);
        assertThat(calls.count()).isEqualTo(3);
        calls.clear();
        assertThat(calls.count()).isZero();
    }

    @Test
    void requestIdsAreUniqueAndInTheFailure() {
        stage.own();
        Throwable refusal = catchThrowable(() -> stage.deregister(ImageId.of("ami-00000000000000bad")));
        assertThat(calls.entries()).extracting(CallLog.Entry::requestId).doesNotHaveDuplicates();
        assertThat(refusal).hasMessageContaining(calls.entries().get(1).requestId());
    }

    @Test
    void neitherLogNorPictureShowsTagValues() {
        ImageId id = stage.create("web-1");
        stage.tag(id.value(), "Owner", "secret-value");
        assertThat(calls.toString()).contains(id.value()).doesNotContain("secret-value");
        assertThat(stage.aws().describe()).contains("Owner").doesNotContain("secret-value");
    }
}
