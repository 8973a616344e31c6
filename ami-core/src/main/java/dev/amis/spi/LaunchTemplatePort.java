package dev.amis.spi;

import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import java.util.List;

/**
 * Launch templates of one Region.
 */
public interface LaunchTemplatePort {

    /**
     * Calls {@code DescribeLaunchTemplates} once.
     *
     * @param request which templates, and which page
     * @return one page
     * @throws dev.amis.error.NotFoundException if a template that was named is not there
     */
    Page<LaunchTemplate> describeLaunchTemplates(DescribeLaunchTemplatesRequest request);

    /**
     * Calls {@code DescribeLaunchTemplateVersions} once.
     *
     * @param request which versions, and which page
     * @return one page
     * @throws dev.amis.error.NotFoundException if the template or a version is not there
     */
    Page<LaunchTemplateVersion> describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest request);

    /**
     * Calls {@code CreateLaunchTemplate}: a template with its first version, which is the default one. EC2 does not check
     * what it says.
     *
     * @param request name and data
     * @return the template
     * @throws dev.amis.error.ConflictException if there is a template of that name
     */
    LaunchTemplate createLaunchTemplate(CreateLaunchTemplateRequest request);

    /**
     * Calls {@code CreateLaunchTemplateVersion}. The default version stays what it is.
     *
     * @param request the template, the version it is made on top of, and what is different
     * @return the new version
     * @throws dev.amis.error.NotFoundException if the template or the source version is not there
     */
    LaunchTemplateVersion createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest request);

    /**
     * Calls {@code ModifyLaunchTemplate}: launches that name no version take this one from now on.
     *
     * @param launchTemplateId the template
     * @param versionNumber one of its versions
     * @return the template
     * @throws dev.amis.error.NotFoundException if the template or the version is not there
     */
    LaunchTemplate setDefaultVersion(LaunchTemplateId launchTemplateId, long versionNumber);

    /**
     * Calls {@code DeleteLaunchTemplateVersions}. The default version cannot be deleted.
     *
     * @param launchTemplateId the template
     * @param versionNumbers from 1 to 200 of its versions
     * @return how each fared
     * @throws dev.amis.error.NotFoundException if the template is not there
     */
    List<TemplateVersionDeletion> deleteLaunchTemplateVersions(
            LaunchTemplateId launchTemplateId, List<Long> versionNumbers);

    /**
     * Calls {@code DeleteLaunchTemplate}: the template and all its versions are gone.
     *
     * @param launchTemplateId the template
     * @throws dev.amis.error.NotFoundException if it is not there
     */
    void deleteLaunchTemplate(LaunchTemplateId launchTemplateId);

    /**
     * Calls {@code GetLaunchTemplateData}: what a template would have to say to launch instances like one that runs.
     *
     * @param instanceId the instance
     * @return the data, without what belongs to that one instance only, such as its addresses
     * @throws dev.amis.error.NotFoundException if there is no such instance
     */
    LaunchTemplateData getLaunchTemplateData(InstanceId instanceId);
}
