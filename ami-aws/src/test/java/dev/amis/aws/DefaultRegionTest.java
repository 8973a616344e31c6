package dev.amis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Where a provider works that nobody told. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DefaultRegionTest {

    private static final String CONFIGURATION = "aws.configFile";
    private static final String REGION = "aws.region";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void configure() throws IOException {
        Path file = Files.writeString(folder.resolve("config"), """
                [default]
                region = eu-west-1
                [profile production]
                region = ap-southeast-2
                """);
        System.setProperty(CONFIGURATION, file.toString());
        System.clearProperty(REGION);
    }

    @AfterEach
    void restore() {
        System.clearProperty(CONFIGURATION);
        System.clearProperty(REGION);
    }

    @Test
    void aProfileBringsItsRegion() {
        try (AwsProvider provider = AwsProvider.builder().profile("production").build()) {
            assertThat(provider.region()).isEqualTo(Region.of("ap-southeast-2"));
        }
    }

    @Test
    void withoutAProfileTheDefaultOneDoes() {
        try (AwsProvider provider = AwsProvider.create()) {
            assertThat(provider.region()).isEqualTo(Region.EU_WEST_1);
        }
    }

    @Test
    void theEnvironmentComesBeforeTheProfile() {
        System.setProperty(REGION, "us-west-2");
        try (AwsProvider provider = AwsProvider.builder().profile("production").build()) {
            assertThat(provider.region()).isEqualTo(Region.US_WEST_2);
        }
    }

    @Test
    void whatIsNamedComesFirst() {
        System.setProperty(REGION, "us-west-2");
        try (AwsProvider provider =
                AwsProvider.builder().region(Region.US_EAST_1).build()) {
            assertThat(provider.region()).isEqualTo(Region.US_EAST_1);
        }
    }
}
