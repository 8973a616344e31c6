package dev.amis.spi;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;

/**
 * A line of a report: how many resources of a kind use an image in an account.
 *
 * @param imageId the image
 * @param accountId the account
 * @param resourceType {@code ec2:Instance} or {@code ec2:LaunchTemplate}
 * @param usageCount how many of them refer to the image
 */
public record ImageUsageReportEntry(ImageId imageId, AccountId accountId, String resourceType, long usageCount) {}
