package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.TemplateVersionDeletion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Versions of launch templates: what they take from one another, which is the default, and how they go. */
abstract class TemplateVersionRules extends Rules {

    static final String FIRST = "ami-00000000000000001";
    static final String SECOND = "ami-00000000000000002";

    static final LaunchTemplateData SAID = LaunchTemplateData.of(Map.of(
            "ImageId", FIRST,
            "InstanceType", "t3.micro",
            "MetadataOptions.HttpTokens", "required",
            "InstanceMarketOptions.MarketType", "spot",
            "InstanceMarketOptions.SpotOptions.MaxPrice", "0.01",
            "TagSpecifications.1.ResourceType", "instance",
            "TagSpecifications.1.Tags.1.Key", "Team",
            "TagSpecifications.1.Tags.1.Value", "web"));

    @Test
    void versionOnTopOfAnotherKeepsWhatItDoesNotNameAndTheDefaultStays() {
        LaunchTemplateId id = create(name("next"), SAID).launchTemplateId();
        try {
            LaunchTemplateVersion version = port().createLaunchTemplateVersion(next(id, "1"));

            assertThat(version.versionNumber()).isEqualTo(2);
            assertThat(version.versionDescription()).contains("second");
            assertThat(all(of(id).withVersions("2")).get(0).launchTemplateData())
                    .isEqualTo(SAID.with("ImageId", SECOND));
            assertThat(described(id).defaultVersionNumber()).isEqualTo(1);
            assertThat(described(id).latestVersionNumber()).isEqualTo(2);
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void versionOnTopOfAnotherDoesNotKeepTheSnapshotsOfItsVolumes() {
        LaunchTemplateData volume = LaunchTemplateData.of(Map.of(
                "ImageId", FIRST,
                "BlockDeviceMappings.1.DeviceName", "/dev/sdf",
                "BlockDeviceMappings.1.Ebs.SnapshotId", "snap-00000000000000001",
                "BlockDeviceMappings.1.Ebs.VolumeType", "gp3"));
        LaunchTemplateId id = create(name("volumes"), volume).launchTemplateId();
        try {
            LaunchTemplateVersion version = port().createLaunchTemplateVersion(next(id, "1"));

            assertThat(version.launchTemplateData())
                    .isEqualTo(volume.with("ImageId", SECOND).without("BlockDeviceMappings.1.Ebs.SnapshotId"));
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void versionOnTopOfNoneSaysOnlyWhatItNames() {
        LaunchTemplateId id = create(name("bare"), SAID).launchTemplateId();
        try {
            port().createLaunchTemplateVersion(next(id, "1").withSourceVersion(Optional.empty()));

            assertThat(all(of(id).withVersions("$Latest")).get(0).launchTemplateData())
                    .isEqualTo(LaunchTemplateData.ofImage(SECOND));
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void templateStaysAsOldAsItIsWhenItsFirstVersionGoes() {
        LaunchTemplate made = create(name("old"), SAID);
        LaunchTemplateId id = made.launchTemplateId();
        try {
            owner.letPass(Duration.ofMinutes(1));
            port().createLaunchTemplateVersion(next(id, "1"));
            port().setDefaultVersion(id, 2);
            port().deleteLaunchTemplateVersions(id, List.of(1L));

            assertThat(described(id).createTime()).isEqualTo(made.createTime());
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void defaultIsSetAndSetBack() {
        LaunchTemplateId id = create(name("default"), SAID).launchTemplateId();
        try {
            port().createLaunchTemplateVersion(next(id, "1"));

            assertThat(port().setDefaultVersion(id, 2).defaultVersionNumber()).isEqualTo(2);
            assertThat(all(of(id).withVersions("$Default")))
                    .map(LaunchTemplateVersion::versionNumber)
                    .containsExactly(2L);
            assertThat(port().setDefaultVersion(id, 1).defaultVersionNumber()).isEqualTo(1);
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void versionsThatAreNotThereAreRefused() {
        LaunchTemplateId id = create(name("missing"), SAID).launchTemplateId();
        try {
            refused(NotFoundException.class, () -> port().setDefaultVersion(id, 7));
            refused(NotFoundException.class, () -> port().createLaunchTemplateVersion(next(id, "7")));
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void versionsAreDeletedButTheDefaultStaysAndNumbersAreNotGivenAgain() {
        LaunchTemplateId id = create(name("pruned"), SAID).launchTemplateId();
        try {
            port().createLaunchTemplateVersion(next(id, "1"));

            List<TemplateVersionDeletion> deletions = port().deleteLaunchTemplateVersions(id, List.of(1L, 2L, 9L));

            assertThat(deletions)
                    .filteredOn(TemplateVersionDeletion::isDeleted)
                    .map(TemplateVersionDeletion::versionNumber)
                    .containsExactly(2L);
            assertThat(deletions).hasSize(3);
            assertThat(port().createLaunchTemplateVersion(next(id, "1")).versionNumber())
                    .isEqualTo(3);
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    LaunchTemplate create(String name, LaunchTemplateData data) {
        return port().createLaunchTemplate(creation(name, data));
    }

    static CreateLaunchTemplateRequest creation(String name, LaunchTemplateData data) {
        return CreateLaunchTemplateRequest.builder()
                .launchTemplateName(name)
                .launchTemplateData(data)
                .tags(Tags.of("amis-contract", "template"))
                .clientToken(name)
                .build();
    }

    static CreateLaunchTemplateVersionRequest next(LaunchTemplateId id, String source) {
        return CreateLaunchTemplateVersionRequest.builder()
                .launchTemplateId(id)
                .sourceVersion(source)
                .launchTemplateData(LaunchTemplateData.ofImage(SECOND))
                .versionDescription("second")
                .build();
    }

    LaunchTemplate described(LaunchTemplateId id) {
        return Pages.only(port().describeLaunchTemplates(DescribeLaunchTemplatesRequest.builder()
                .addLaunchTemplateId(id)
                .build()));
    }

    LaunchTemplatePort port() {
        return arranged(owner.ports().launchTemplates(), "a port for launch templates");
    }

    static DescribeLaunchTemplateVersionsRequest of(LaunchTemplateId id) {
        return DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(id)
                .build();
    }

    List<LaunchTemplateVersion> all(DescribeLaunchTemplateVersionsRequest request) {
        LaunchTemplatePort port = owner.ports().launchTemplates().orElseThrow();
        return Pages.items(token -> port.describeLaunchTemplateVersions(request.withNextToken(token)));
    }
}
