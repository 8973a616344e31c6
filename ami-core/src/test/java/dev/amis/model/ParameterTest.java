package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "/golden/web",
                "/golden/web_1.0-rc",
                "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
                "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15",
                "arn:aws:ssm:eu-west-1:111122223333:parameter/golden/web",
                "arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/web"
            })
    void whatSsmTakesIsAName(String text) {
        assertThat(ParameterName.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "golden/web",
                "/golden/",
                "/golden//web",
                "/golden/web:3",
                "/golden/the web",
                "/größe",
                "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16",
                "arn:aws:ssm:eu-west-1:1:parameter/web",
                "arn:aws:s3:::bucket"
            })
    void whatSsmDoesNotTakeIsNone(String text) {
        assertThatThrownBy(() -> ParameterName.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ParameterName ");
    }

    @Test
    void namesMayBeLong() {
        assertThatCode(() -> ParameterName.of("/" + "x".repeat(1_010))).doesNotThrowAnyException();
        assertThatThrownBy(() -> ParameterName.of("/" + "x".repeat(1_011)))
                .hasMessage("ParameterName has 1012 characters, but at most 1011 are allowed");
    }

    @Test
    void arnsAreToldFromNames() {
        assertThat(ParameterName.of("arn:aws:ssm:eu-west-1:111122223333:parameter/web")
                        .isArn())
                .isTrue();
        assertThat(ParameterName.of("arn").isArn()).isFalse();
    }

    @Test
    void namesAreOrderedByTheirText() {
        assertThat(ParameterName.of("/a")).isLessThan(ParameterName.of("/b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ami-0123456789abcdef0                                | ami-0123456789abcdef0
            ami-01234567                                         | ami-01234567
            ami-0123456789abcdef0,ami-00000000000000001          | ami-00000000000000001 ami-0123456789abcdef0
            {"eu-west-1":"ami-0123456789abcdef0","x":"ami-1"}    | ami-0123456789abcdef0
            ami-0123456789abcdef0 ami-0123456789abcdef0          | ami-0123456789abcdef0
            "ami-0123456789abcdef0."                             | ami-0123456789abcdef0
            """)
    void imagesAreFoundWhereverTheyStand(String value, String ids) {
        assertThat(parameter(value).imageIds()).map(ImageId::value).containsExactly(ids.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "ami-",
                "ami-0123456789abcdef",
                "ami-0123456789abcdef01",
                "xami-0123456789abcdef0",
                "my-ami-0123456789abcdef0",
                "ami-01234567-2",
                "AMI-0123456789abcdef0"
            })
    void partOfAnotherWordIsNoImage(String value) {
        assertThat(parameter(value).imageIds()).isEmpty();
    }

    @Test
    void withoutAValueThereAreNoImages() {
        assertThat(parameter("none").withValue(Optional.empty()).imageIds()).isEmpty();
    }

    @Test
    void valueIsNotPrinted() {
        assertThat(parameter("secret words")).hasToString("/golden/web version 3");
    }

    private static Parameter parameter(String value) {
        return Parameter.builder()
                .name(ParameterName.of("/golden/web"))
                .type(ParameterType.STRING)
                .value(value)
                .version(3)
                .build();
    }
}
