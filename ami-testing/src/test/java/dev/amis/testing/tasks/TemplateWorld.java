package dev.amis.testing.tasks;

import dev.amis.Amis;
import dev.amis.launch.LaunchTemplateHandle;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.testing.Images;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An account with three images and a template that names the first of them. */
final class TemplateWorld implements Crashes.Scene {

    static final String NAME = "web";

    private static final Set<String> LOOKS = Set.of("Describe", "Get", "List");

    final InMemoryAws aws = InMemoryAws.create();
    final Amis amis = Amis.using(aws);
    final List<Image> images = Images.editions("web-1.%d.0", 3, aws.clock().instant(), Duration.ofDays(1));

    TemplateWorld() {
        for (Image image : images) {
            aws.seed().image(own(image));
        }
        port().createLaunchTemplate(CreateLaunchTemplateRequest.builder()
                .launchTemplateName(NAME)
                .launchTemplateData(data())
                .build());
        aws.calls().clear();
    }

    private Image own(Image image) {
        Images.snapshotsOf(image).forEach(snapshot -> aws.seed().snapshot(snapshot.withOwnerId(aws.account())));
        return image.withOwnerId(aws.account());
    }

    LaunchTemplateData data() {
        return LaunchTemplateData.of(Map.of(
                "ImageId",
                images.get(0).imageId().value(),
                "InstanceType",
                "t3.micro",
                "MetadataOptions.HttpTokens",
                "required",
                "MetadataOptions.HttpPutResponseHopLimit",
                "2",
                "Hypothetical.1.Thing",
                "kept",
                "UserData",
                "c2VjcmV0"));
    }

    @Override
    public InMemoryAws aws() {
        return aws;
    }

    LaunchTemplatePort port() {
        return aws.in(aws.region()).launchTemplates().orElseThrow();
    }

    LaunchTemplateHandle web() {
        return amis.launchTemplate(NAME);
    }

    /** Default version, and all numbers. */
    String state() {
        return web().defaultVersion().versionNumber() + " of "
                + web().versions().stream()
                        .map(LaunchTemplateVersion::versionNumber)
                        .toList();
    }

    /** The calls that were no looks. */
    List<String> changes() {
        return aws.calls().entries().stream()
                .map(entry -> entry.action())
                .filter(action -> LOOKS.stream().noneMatch(action::startsWith))
                .collect(Collectors.toList());
    }
}
