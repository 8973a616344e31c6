package dev.amis.testing;

import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.TemplateVersionDeletion;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.NewTemplates;
import java.util.List;

/** The port of launch templates over the world. */
record InMemoryLaunchTemplates(NewTemplates templates, Caller caller) implements LaunchTemplatePort {

    @Override
    public Page<LaunchTemplate> describeLaunchTemplates(DescribeLaunchTemplatesRequest request) {
        return Answers.of(() -> templates.describeLaunchTemplates(caller.reading(), request));
    }

    @Override
    public Page<LaunchTemplateVersion> describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest request) {
        return Answers.of(() -> templates.describeLaunchTemplateVersions(caller.reading(), request));
    }

    @Override
    public LaunchTemplate createLaunchTemplate(CreateLaunchTemplateRequest request) {
        return Answers.of(() -> templates.createLaunchTemplate(caller, request));
    }

    @Override
    public LaunchTemplateVersion createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest request) {
        return Answers.of(() -> templates.createLaunchTemplateVersion(caller, request));
    }

    @Override
    public LaunchTemplate setDefaultVersion(LaunchTemplateId launchTemplateId, long versionNumber) {
        return Answers.of(() -> templates.setDefaultVersion(caller, launchTemplateId, versionNumber));
    }

    @Override
    public List<TemplateVersionDeletion> deleteLaunchTemplateVersions(
            LaunchTemplateId launchTemplateId, List<Long> versionNumbers) {
        if (versionNumbers.isEmpty() || versionNumbers.size() > 200) {
            throw new IllegalArgumentException(
                    "versionNumbers has " + versionNumbers.size() + " entries, but must have from 1 to 200");
        }
        return Answers.of(() -> templates.deleteLaunchTemplateVersions(caller, launchTemplateId, versionNumbers));
    }

    @Override
    public void deleteLaunchTemplate(LaunchTemplateId launchTemplateId) {
        Answers.run(() -> templates.deleteLaunchTemplate(caller, launchTemplateId));
    }

    @Override
    public LaunchTemplateData getLaunchTemplateData(InstanceId instanceId) {
        return Answers.of(() -> templates.getLaunchTemplateData(caller.reading(), instanceId));
    }
}
