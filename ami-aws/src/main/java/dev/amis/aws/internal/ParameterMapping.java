package dev.amis.aws.internal;

import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import dev.amis.spi.ParameterFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/** Parameters as SSM answers them. What stands in a secret is left there, though SSM answers it encrypted. */
final class ParameterMapping {

    private ParameterMapping() {}

    static Parameter read(software.amazon.awssdk.services.ssm.model.Parameter parameter) {
        return start(parameter.name(), parameter.typeAsString(), parameter.dataType(), parameter.version())
                .value(open(parameter.typeAsString(), parameter.value()))
                .lastModifiedDate(Optional.ofNullable(parameter.lastModifiedDate()))
                .arn(Texts.text(parameter.arn()))
                .build();
    }

    static Parameter read(ParameterMetadata parameter) {
        return start(parameter.name(), parameter.typeAsString(), parameter.dataType(), parameter.version())
                .description(Texts.text(parameter.description()))
                .lastModifiedDate(Optional.ofNullable(parameter.lastModifiedDate()))
                .arn(Texts.text(parameter.arn()))
                .build();
    }

    static Parameter read(ParameterHistory version) {
        return start(version.name(), version.typeAsString(), version.dataType(), version.version())
                .value(open(version.typeAsString(), version.value()))
                .description(Texts.text(version.description()))
                .lastModifiedDate(Optional.ofNullable(version.lastModifiedDate()))
                .addAllLabels(version.labels())
                .build();
    }

    static List<ParameterStringFilter> write(List<ParameterFilter> filters) {
        return filters.stream()
                .map(filter -> ParameterStringFilter.builder()
                        .key(filter.key())
                        .option(filter.option().orElse(null))
                        .values(filter.values())
                        .build())
                .toList();
    }

    private static Parameter.Builder start(String name, String type, @Nullable String dataType, long version) {
        return Parameter.builder()
                .name(ParameterName.of(name))
                .type(ParameterType.of(type))
                .dataType(Texts.of(dataType, ParameterDataType::of))
                .version(version);
    }

    private static Optional<String> open(String type, @Nullable String value) {
        return ParameterType.SECURE_STRING.value().equals(type) ? Optional.empty() : Optional.ofNullable(value);
    }
}
