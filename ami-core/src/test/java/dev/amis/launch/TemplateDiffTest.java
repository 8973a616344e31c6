package dev.amis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.LaunchTemplateData;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateDiffTest {

    private static TemplateDiff between(Map<String, String> before, Map<String, String> after) {
        return TemplateDiff.between(
                "version 1", LaunchTemplateData.of(before), "version 2", LaunchTemplateData.of(after));
    }

    @Test
    void whatIsTheSameIsNoDifference() {
        TemplateDiff diff = between(Map.of("KeyName", "ops"), Map.of("KeyName", "ops"));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("version 1 -> version 2: no difference");
    }

    @Test
    void parametersAreAddedRemovedAndChangedByTheirNames() {
        TemplateDiff diff = between(
                Map.of("KeyName", "ops", "ImageId", "ami-1", "EbsOptimized", "true"),
                Map.of("KeyName", "ops", "ImageId", "ami-2", "MetadataOptions.HttpTokens", "required"));

        assertThat(diff.changed()).containsExactly(Map.entry("ImageId", new ParameterChange("ami-1", "ami-2")));
        assertThat(diff.added()).containsExactly(Map.entry("MetadataOptions.HttpTokens", "required"));
        assertThat(diff.removed()).containsExactly(Map.entry("EbsOptimized", "true"));
        assertThat(diff.describe()).isEqualTo("""
                        version 1 -> version 2: 1 changed, 1 added, 1 removed
                          ~ ImageId: ami-1 -> ami-2
                          + MetadataOptions.HttpTokens: required
                          - EbsOptimized: true
                        """);
    }

    @Test
    void userDataAndValuesOfTagsAreToldByLengthAndDigest() {
        TemplateDiff diff = between(
                Map.of("UserData", "c2VjcmV0", "TagSpecifications.1.Tags.1.Value", "hidden"),
                Map.of("TagSpecifications.1.Tags.1.Value", "covert", "TagSpecifications.1.Tags.1.Key", "Team"));

        // The digest is that of "secret", not of its Base64.
        assertThat(diff.removed()).containsExactly(Map.entry("UserData", "6 bytes, SHA-256 2bb80d537b1da3e3"));
        assertThat(diff.describe()).contains("6 characters, SHA-256 ", "Team").doesNotContain("hidden", "covert");
        assertThat(diff.toString() + diff.changed()).doesNotContain("hidden", "covert", "c2VjcmV0");
    }

    @Test
    void userDataThatIsNotEncodedIsToldToo() {
        assertThat(between(Map.of(), Map.of("UserData", "?")).added())
                .hasEntrySatisfying("UserData", text -> assertThat(text).startsWith("1 bytes, SHA-256 "));
    }
}
