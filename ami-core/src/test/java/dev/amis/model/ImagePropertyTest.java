package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;

class ImagePropertyTest {

    /** Some of what EC2 may answer, however odd. */
    private record Answer(
            Optional<String> name, String state, Optional<Instant> deprecation, Map<String, String> tags, int size) {

        BlockDeviceMapping mapping() {
            return BlockDeviceMapping.ebs(
                    "/dev/xvda", EbsBlockDevice.builder().volumeSize(size).build());
        }
    }

    @Property(tries = 100)
    void builderAndWithersComeToTheSame(@ForAll("answers") Answer answer) {
        Image built = bare().name(answer.name())
                .stateText(answer.state())
                .deprecationTime(answer.deprecation())
                .tags(Tags.read(answer.tags()))
                .addBlockDeviceMapping(answer.mapping())
                .build();
        Image changed = bare().stateText("pending")
                .build()
                .withBlockDeviceMappings(answer.mapping())
                .withTags(Tags.read(answer.tags()))
                .withDeprecationTime(answer.deprecation())
                .withStateText(answer.state())
                .withName(answer.name());
        assertThat(changed).isEqualTo(built).hasSameHashCodeAs(built).hasToString(built.toString());
        assertThat(changed.state()).isEqualTo(built.state());
    }

    @Property(tries = 100)
    void whateverEc2AnswersCanBeHeld(@ForAll("answers") Answer answer) {
        Image image = bare().name(answer.name())
                .stateText(answer.state())
                .deprecationTime(answer.deprecation())
                .tags(Tags.read(answer.tags()))
                .addBlockDeviceMapping(answer.mapping())
                .build();
        assertThat(image.name()).isEqualTo(answer.name());
        assertThat(image.stateText()).isEqualTo(answer.state());
        assertThat(image.tags().asMap()).isEqualTo(answer.tags());
    }

    private static Image.Builder bare() {
        return Image.builder()
                .imageId(Samples.IMAGE)
                .region(Region.EU_WEST_1)
                .ownerId(Samples.OWNER)
                .architecture(Architecture.ARM64);
    }

    @Provide
    Arbitrary<Answer> answers() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(200);
        Arbitrary<Map<String, String>> tags = Arbitraries.maps(texts, texts).ofMaxSize(60);
        return Combinators.combine(
                        texts.optional(),
                        Arbitraries.of("available", "disabled", "unheard-of", ""),
                        DateTimes.instants().optional(),
                        tags,
                        Arbitraries.integers())
                .as(Answer::new);
    }
}
