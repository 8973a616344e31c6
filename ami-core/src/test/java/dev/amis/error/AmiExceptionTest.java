package dev.amis.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AmiExceptionTest {

    private static final Failure FAILURE = Failure.of("CopyImage", "the name is taken")
            .resource("ami-0123456789abcdef0")
            .region(Region.EU_WEST_1)
            .code("InvalidAMIName.Duplicate")
            .build();

    static Stream<Arguments> family() {
        return Stream.of(
                member(AccessDeniedException::new, AccessDeniedException::new),
                member(ConflictException::new, ConflictException::new),
                member(ImageFailedException::new, ImageFailedException::new),
                member(InvalidRequestException::new, InvalidRequestException::new),
                member(NotFoundException::new, NotFoundException::new),
                member(OutcomeUnknownException::new, OutcomeUnknownException::new),
                member(ProviderException::new, ProviderException::new),
                member(QuotaExceededException::new, QuotaExceededException::new),
                member(StalePlanException::new, StalePlanException::new),
                member(ThrottledException::new, ThrottledException::new),
                member(UnsupportedCapabilityException::new, UnsupportedCapabilityException::new),
                member(WaitInterruptedException::new, WaitInterruptedException::new),
                member(WaitTimeoutException::new, WaitTimeoutException::new));
    }

    private static Arguments member(
            Function<Failure, AmiException> plain, BiFunction<Failure, Throwable, AmiException> caused) {
        return Arguments.of(plain, caused);
    }

    @Test
    void theFamilyIsWhole() {
        assertThat(family()).hasSize(AmiException.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @MethodSource("family")
    void carriesFailureMessageAndCause(
            Function<Failure, AmiException> plain, BiFunction<Failure, Throwable, AmiException> caused) {
        RuntimeException cause = new RuntimeException("as the provider saw it");
        assertThat(plain.apply(FAILURE)).hasMessage(FAILURE.message()).hasNoCause();
        assertThat(caused.apply(FAILURE, cause)).hasMessage(FAILURE.message()).hasCause(cause);
        assertThat(plain.apply(FAILURE).failure()).isEqualTo(FAILURE);
    }

    @ParameterizedTest
    @MethodSource("family")
    void survivesSerialization(
            Function<Failure, AmiException> plain, BiFunction<Failure, Throwable, AmiException> caused)
            throws IOException, ClassNotFoundException {
        AmiException sent = caused.apply(FAILURE, new RuntimeException("as the provider saw it"));
        AmiException received = (AmiException) read(write(sent));
        assertThat(received).hasSameClassAs(sent).hasMessage(FAILURE.message());
        assertThat(received.failure()).isEqualTo(FAILURE);
        assertThat(received.hasCode("InvalidAMIName.Duplicate")).isTrue();
        assertThat(received.getCause()).hasMessage("as the provider saw it");
    }

    @Test
    void hasTheCodeThatAwsAnswered() {
        AmiException exception = new ConflictException(FAILURE);
        assertThat(exception.hasCode("InvalidAMIName.Duplicate")).isTrue();
        assertThat(exception.hasCode("InvalidAMIName")).isFalse();
        assertThat(new ConflictException(FAILURE.withCode("Client.InvalidAMIName.Duplicate"))
                        .hasCode("InvalidAMIName.Duplicate"))
                .isTrue();
    }

    @Test
    void hasNoCodeIfAwsDidNotAnswer() {
        assertThat(new ProviderException(Failure.of("CopyImage", "reset").build()).hasCode(""))
                .isFalse();
    }

    private static byte[] write(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
