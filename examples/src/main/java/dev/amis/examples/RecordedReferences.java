package dev.amis.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amis.error.NotFoundException;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a copy of an account tells of a call that the in-memory account does not load: every image id that stands anywhere in
 * the answer is a reference. A launch template that is named there must be in the copy too, in the very version, or nobody
 * can tell which image is meant. What was not recorded cannot be read, so that the images of its Region count as in use.
 *
 * @param recorded where the answers are
 */
record RecordedReferences(RecordedCall recorded) implements ReferenceSource {

    private static final Pattern IMAGE = Pattern.compile("\\bami-[0-9a-z]{8,17}\\b");
    private static final Pattern VERSION = Pattern.compile("\\$Default|\\$Latest|\\d{1,18}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return recorded.name();
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        List<Reference> references = new ArrayList<>();
        for (Path file : recorded.files(region.region())) {
            String by = String.valueOf(file.getFileName());
            try {
                JsonNode answer = JSON.readTree(Files.readString(file));
                Matcher image = IMAGE.matcher(answer.toString());
                while (image.find()) {
                    references.add(new Reference(region.region(), ImageId.of(image.group()), name(), by));
                }
                // AWS answers both ids and names; what has a name only cannot be looked up by it here.
                for (JsonNode holder : answer.findParents("LaunchTemplateName")) {
                    requireKnown(region, holder);
                }
                for (JsonNode holder : answer.findParents("LaunchTemplateId")) {
                    requireKnown(region, holder);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file + " cannot be read", unreadable);
            }
        }
        return references.stream().distinct().toList();
    }

    private static void requireKnown(RegionalProvider region, JsonNode specification) {
        String version = specification.path("Version").asText("$Default");
        String template = specification.path("LaunchTemplateId").asText();
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalStateException("'" + version + "' is no version of a launch template");
        }
        DescribeLaunchTemplateVersionsRequest request = DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(LaunchTemplateId.of(template))
                .addVersion(version)
                .build();
        String missing = "version " + version + " of launch template " + template + " is not in the copy";
        try {
            if (region.launchTemplates()
                    .orElseThrow()
                    .describeLaunchTemplateVersions(request)
                    .items()
                    .isEmpty()) {
                throw new IllegalStateException(missing);
            }
        } catch (NotFoundException notInTheCopy) {
            throw new IllegalStateException(missing, notInTheCopy);
        }
    }
}
