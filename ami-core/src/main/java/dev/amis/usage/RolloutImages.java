package dev.amis.usage;

import dev.amis.internal.ImageAlias;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which versions a roll-out that is not confirmed would go back to or brings, by the tags of their images. */
final class RolloutImages {

    private RolloutImages() {}

    static Function<LaunchTemplateVersion, List<String>> of(RegionalProvider region) {
        Map<ImageId, List<String>> rollouts = new RolloutReferences()
                .references(region).stream()
                        .collect(Collectors.groupingBy(
                                Reference::imageId,
                                Collectors.mapping(one -> "roll-out " + one.by(), Collectors.toList())));
        return version -> of(version, rollouts);
    }

    /** What a parameter stood for when the roll-out began nobody knows any more. */
    private static List<String> of(LaunchTemplateVersion version, Map<ImageId, List<String>> rollouts) {
        boolean byParameter = version.imageReference().filter(ImageAlias::is).isPresent();
        if (byParameter && !rollouts.isEmpty()) {
            return List.of("it names its image by a parameter while a roll-out is not confirmed");
        }
        return version.imageId()
                .map(image -> rollouts.getOrDefault(image, List.of()))
                .orElse(List.of());
    }
}
