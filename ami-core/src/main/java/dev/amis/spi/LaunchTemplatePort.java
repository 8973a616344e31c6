package dev.amis.spi;

import dev.amis.model.LaunchTemplateVersion;

/**
 * Launch templates of one Region.
 */
public interface LaunchTemplatePort {

    /**
     * Calls {@code DescribeLaunchTemplateVersions} once.
     *
     * @param request which versions, and which page
     * @return one page
     * @throws dev.amis.error.NotFoundException if the template or a version is not there
     */
    Page<LaunchTemplateVersion> describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest request);
}
