package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/**
 * Whatever the SDK answers of parameters can be read, and nothing of it gets lost that core has a place for, but what a
 * secret says. Fields that core has no place for are listed here; a new version of the SDK that brings another one fails
 * these tests.
 */
class ParametersReadingPropertyTest {

    private static final String NAME = "/golden/web";

    private static final Set<String> NOT_OF_PARAMETERS =
            Set.of("Selector", "SourceResult", "KeyId", "LastModifiedUser", "AllowedPattern", "Tier", "Policies");

    @Provide
    Arbitrary<Parameter> parameters() {
        return SdkValues.any(Parameter::builder)
                .map(one -> one.toBuilder()
                        .name(NAME)
                        .type("StringList")
                        .version(7L)
                        .build());
    }

    @Provide
    Arbitrary<ParameterMetadata> descriptions() {
        return SdkValues.any(ParameterMetadata::builder)
                .map(one ->
                        one.toBuilder().name(NAME).type("String").version(7L).build());
    }

    @Provide
    Arbitrary<ParameterHistory> versions() {
        return SdkValues.any(ParameterHistory::builder)
                .map(one -> one.toBuilder()
                        .name(NAME)
                        .type("String")
                        .version(7L)
                        .labels(one.labels().stream()
                                .filter(label -> !label.isEmpty())
                                .toList())
                        .build());
    }

    @Property(tries = 100)
    void nothingOfAParameterGetsLost(@ForAll("parameters") Parameter parameter) {
        assertThat(told(ParameterMapping.read(parameter)))
                .containsAllEntriesOf(SdkValues.plain(parameter, NOT_OF_PARAMETERS));
    }

    @Property(tries = 100)
    void nothingOfADescriptionGetsLost(@ForAll("descriptions") ParameterMetadata parameter) {
        assertThat(told(ParameterMapping.read(parameter)))
                .containsAllEntriesOf(SdkValues.plain(parameter, NOT_OF_PARAMETERS));
    }

    @Property(tries = 100)
    void nothingOfAVersionGetsLost(@ForAll("versions") ParameterHistory version) {
        assertThat(told(ParameterMapping.read(version)))
                .containsAllEntriesOf(SdkValues.plain(version, NOT_OF_PARAMETERS));
    }

    @Property(tries = 50)
    void whatASecretSaysIsLeftThere(
            @ForAll("parameters") Parameter parameter, @ForAll("versions") ParameterHistory version) {
        Parameter secret =
                parameter.toBuilder().type("SecureString").value("AQICAHh").build();
        ParameterHistory old =
                version.toBuilder().type("SecureString").value("AQICAHh").build();

        assertThat(ParameterMapping.read(secret).value()).isEmpty();
        assertThat(ParameterMapping.read(old).value()).isEmpty();
    }

    private static Map<String, Object> told(dev.amis.model.Parameter parameter) {
        return new Told()
                .say("Name", parameter.name())
                .say("Type", parameter.type())
                .say("DataType", parameter.dataType())
                .say("Value", parameter.value())
                .say("Description", parameter.description())
                .say("Version", parameter.version())
                .say("LastModifiedDate", parameter.lastModifiedDate())
                .say("ARN", parameter.arn())
                .say("Labels", parameter.labels())
                .said();
    }
}
