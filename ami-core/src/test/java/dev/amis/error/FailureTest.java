package dev.amis.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void theMessageSaysWhatFailedOnWhatWhereWhyAndWhatToDo() {
        Failure failure = Failure.of("DeregisterImage", "the image is protected")
                .resource("ami-0123456789abcdef0")
                .region(Region.EU_WEST_1)
                .code("OperationNotPermitted")
                .advice("Lift the protection first")
                .requestId("59dbff89-35bd-4eac-99ed-be587EXAMPLE")
                .build();
        assertThat(failure.message())
                .isEqualTo("DeregisterImage failed for ami-0123456789abcdef0 in eu-west-1: the image is protected"
                        + " (OperationNotPermitted). Lift the protection first. Request id"
                        + " 59dbff89-35bd-4eac-99ed-be587EXAMPLE.");
    }

    @Test
    void theMessageLeavesOutWhatIsNotKnown() {
        assertThat(Failure.of("CopyImage", "connection reset").build().message())
                .isEqualTo("CopyImage failed: connection reset.");
    }

    @Test
    void theMessageHasNoDoubledFullStops() {
        Failure failure = Failure.of("CopyImage", "You are not authorized to perform this operation. ")
                .code("UnauthorizedOperation")
                .advice("Allow it.")
                .build();
        assertThat(failure.message())
                .isEqualTo("CopyImage failed: You are not authorized to perform this operation (UnauthorizedOperation)."
                        + " Allow it.");
    }

    @Test
    void theMessageSaysIfNoReasonWasGiven() {
        assertThat(Failure.of("CopyImage", " ").code("InternalError").build().message())
                .isEqualTo("CopyImage failed: no reason was given (InternalError).");
    }
}
