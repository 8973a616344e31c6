package dev.amis.testing.internal;

import dev.amis.spi.ParameterFilter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The filters that SSM has for parameters. What it does not know is refused by name, never passed over. */
final class ParameterFilters {

    private static final Pattern LABEL = Pattern.compile("(?!(?i:aws|ssm))[a-zA-Z_.-][a-zA-Z0-9_.-]{0,99}");

    private ParameterFilters() {}

    static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    /** Whether a name is below a path. */
    static Predicate<String> below(String path, boolean recursive) {
        String prefix = path.endsWith("/") ? path : path + "/";
        return name -> {
            String full = name.startsWith("/") ? name : "/" + name;
            return full.startsWith(prefix) && (recursive || full.indexOf('/', prefix.length()) < 0);
        };
    }

    /** One test out of filters that must all pass. */
    static Predicate<StoredParameter> compile(List<ParameterFilter> filters, Set<String> known, boolean options) {
        Predicate<StoredParameter> all = parameter -> true;
        for (ParameterFilter filter : filters) {
            if (!known.contains(filter.key())) {
                throw new Ec2Error(
                        "InvalidFilterKey",
                        "The key '" + filter.key() + "' is not valid here (the in-memory account imitates "
                                + known.stream().sorted().toList() + ")");
            }
            all = all.and(filter.key().equals("Path") ? path(filter) : compared(filter, options));
        }
        return all;
    }

    private static Predicate<StoredParameter> path(ParameterFilter filter) {
        boolean recursive = switch (filter.option().orElse("OneLevel")) {
            case "Recursive" -> true;
            case "OneLevel" -> false;
            default -> throw noOption(filter);
        };
        return parameter -> filter.values().stream()
                .anyMatch(path -> below(path, recursive).test(parameter.name().value()));
    }

    private static Predicate<StoredParameter> compared(ParameterFilter filter, boolean options) {
        String option = filter.option().orElse("Equals");
        if (!option.equals("Equals") && !options) {
            throw noOption(filter);
        }
        return parameter -> values(parameter, filter.key())
                .anyMatch(value -> filter.values().stream().anyMatch(wanted -> switch (option) {
                    case "Equals" -> value.equals(wanted);
                    case "BeginsWith" -> value.startsWith(wanted);
                    case "Contains" -> value.contains(wanted);
                    default -> throw noOption(filter);
                }));
    }

    private static Stream<String> values(StoredParameter parameter, String key) {
        return switch (key) {
            case "Name" -> Stream.of(parameter.name().value());
            case "Type" -> Stream.of(parameter.type().value());
            case "DataType" -> parameter.latest().dataType().stream().map(Object::toString);
            case "Label" -> parameter.versions().stream().flatMap(version -> version.labels().stream());
            default -> Stream.of("Standard");
        };
    }

    private static Ec2Error noOption(ParameterFilter filter) {
        return new Ec2Error(
                "InvalidFilterOption",
                "The option '" + filter.option().orElse("") + "' of the key '" + filter.key() + "' is not valid here.");
    }
}
