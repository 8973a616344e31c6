package dev.amis.usage;

import dev.amis.internal.Pages;
import dev.amis.spi.GetParametersByPathRequest;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.RegionalProvider;
import java.util.List;

/**
 * Parameters below some paths, in whose values image ids are looked for, whatever their data type.
 *
 * @param paths the paths
 */
record ParameterPathReferences(List<String> paths) implements ReferenceSource {

    private static final String OPERATION = "ssm:GetParametersByPath";

    ParameterPathReferences {
        paths = List.copyOf(paths);
        // The checks are the request's, made before anybody relies on the source.
        paths.forEach(path -> GetParametersByPathRequest.builder().path(path).build());
    }

    @Override
    public String name() {
        return "parameters under " + String.join(", ", paths);
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        ParameterPort port = SourcePorts.required(region.parameters(), region, OPERATION, "parameters", name());
        return paths.stream()
                .flatMap(path -> Pages.all(
                        OPERATION,
                        token -> port.getParametersByPath(GetParametersByPathRequest.builder()
                                .path(path)
                                .recursive(true)
                                .maxResults(GetParametersByPathRequest.MOST)
                                .nextToken(token)
                                .build()))
                        .stream())
                .distinct()
                .flatMap(parameter -> ParameterReferences.all(region, parameter, name()))
                .toList();
    }
}
