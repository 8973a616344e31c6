package dev.amis.usage;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which versions EC2 tells of when it is asked for templates. */
public final class StubTemplates {

    private StubTemplates() {}

    static List<LaunchTemplateVersion> versions(
            List<LaunchTemplateVersion> all,
            DescribeLaunchTemplateVersionsRequest request,
            Set<LaunchTemplateId> unlisted) {
        if (request.launchTemplateId().isEmpty() && request.launchTemplateName().isEmpty()) {
            return all.stream()
                    .filter(version -> !unlisted.contains(version.launchTemplateId()))
                    .filter(version -> version.isDefaultVersion() || isLatest(version, all))
                    .toList();
        }
        List<LaunchTemplateVersion> ofTemplate = all.stream()
                .filter(version -> request.launchTemplateId()
                        .map(version.launchTemplateId()::equals)
                        .orElse(request.launchTemplateName()
                                .filter(version.launchTemplateName()::equals)
                                .isPresent()))
                .toList();
        if (ofTemplate.isEmpty()) {
            throw missing("InvalidLaunchTemplateId.NotFound");
        }
        return request.versions().isEmpty() ? ofTemplate : numbered(ofTemplate, request.versions());
    }

    private static List<LaunchTemplateVersion> numbered(List<LaunchTemplateVersion> all, List<String> numbers) {
        List<LaunchTemplateVersion> found = new ArrayList<>();
        for (String number : numbers) {
            found.add(all.stream()
                    .filter(version -> number.equals(Long.toString(version.versionNumber())))
                    .findFirst()
                    .orElseThrow(() -> missing("InvalidLaunchTemplateId.VersionNotFound")));
        }
        return found;
    }

    private static boolean isLatest(LaunchTemplateVersion version, List<LaunchTemplateVersion> all) {
        return all.stream()
                .filter(other -> other.launchTemplateId().equals(version.launchTemplateId()))
                .noneMatch(other -> other.versionNumber() > version.versionNumber());
    }

    private static NotFoundException missing(String code) {
        return new NotFoundException(Failure.of("DescribeLaunchTemplateVersions", "it does not exist")
                .code(code)
                .build());
    }

    /** A port that answers questions for versions and has nothing else. */
    public static LaunchTemplatePort port(
            Function<DescribeLaunchTemplateVersionsRequest, Page<LaunchTemplateVersion>> versions) {
        return (LaunchTemplatePort) Proxy.newProxyInstance(
                LaunchTemplatePort.class.getClassLoader(),
                new Class<?>[] {LaunchTemplatePort.class},
                (proxy, method, arguments) -> versions.apply((DescribeLaunchTemplateVersionsRequest) arguments[0]));
    }
}
