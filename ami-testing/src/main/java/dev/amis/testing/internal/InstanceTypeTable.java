package dev.amis.testing.internal;

import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.DeviceType;
import dev.amis.model.FeatureSupport;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.VirtualizationType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A few dozen types of instances, read from a file when they are first asked for. */
final class InstanceTypeTable {

    private static final String FILE = "instance-types.csv";

    private InstanceTypeTable() {}

    static Map<String, InstanceTypeInfo> types() {
        return Read.TYPES;
    }

    private static final class Read {
        private static final Map<String, InstanceTypeInfo> TYPES = read();

        private Read() {}
    }

    private static Map<String, InstanceTypeInfo> read() {
        Map<String, InstanceTypeInfo> types = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(InstanceTypeTable.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("type,"))
                    .map(line -> parse(line.split(",", -1)))
                    .forEach(type -> types.put(type.instanceType().value(), type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
        return Map.copyOf(types);
    }

    private static InstanceTypeInfo parse(String[] cells) {
        boolean tpm = cells[7].equals("supported");
        return InstanceTypeInfo.builder()
                .instanceType(InstanceType.of(cells[0]))
                .addAllSupportedArchitectures(words(cells[1], Architecture::of))
                .addAllSupportedBootModes(words(cells[2], BootMode::of))
                .addAllSupportedVirtualizationTypes(words(cells[3], VirtualizationType::of))
                .addAllSupportedRootDeviceTypes(words(cells[4], DeviceType::of))
                .enaSupport(FeatureSupport.parse(cells[5]))
                .nvmeSupport(FeatureSupport.parse(cells[6]))
                .nitroTpmSupport(FeatureSupport.parse(cells[7]))
                .addAllNitroTpmVersions(tpm ? List.of("2.0") : List.of())
                .maximumEbsAttachments(Integer.parseInt(cells[8]))
                .vCpus(Integer.parseInt(cells[9]))
                .memoryMib(Long.parseLong(cells[10]))
                .currentGeneration(Boolean.parseBoolean(cells[11]))
                .bareMetal(Boolean.parseBoolean(cells[12]))
                .build();
    }

    private static <T> List<T> words(String cell, Function<String, T> read) {
        return Stream.of(cell.split(" ")).map(read).toList();
    }
}
