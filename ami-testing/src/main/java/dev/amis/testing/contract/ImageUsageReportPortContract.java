package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.ReferringResources;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link ImageUsageReportPort} must do, if it has one. */
public abstract class ImageUsageReportPortContract extends Rules {

    /** Makes a contract. */
    protected ImageUsageReportPortContract() {}

    @Test
    void reportBecomesAvailable() {
        Image image = bakedImage();

        ImageUsageReportId id = port().createImageUsageReport(on(image, "one"));

        ImageUsageReport report = await(id);
        assertThat(report.imageId()).isEqualTo(image.imageId());
        assertThat(report.isAvailable()).isTrue();
        port().deleteImageUsageReport(id);
    }

    @Test
    void imageThatNobodyUsesHasNoEntries() {
        ImageUsageReportId id = port().createImageUsageReport(on(bakedImage(), "none"));
        await(id);

        assertThat(entries(id)).isEmpty();
        port().deleteImageUsageReport(id);
    }

    @Test
    void instancesOfAnotherAccountAreCounted() {
        Image image = bakedImage();
        AccountId other = runsElsewhere(image);

        ImageUsageReportId id = port().createImageUsageReport(on(image, "other"));
        await(id);

        assertThat(entries(id)).containsExactly(new ImageUsageReportEntry(image.imageId(), other, "ec2:Instance", 1));
    }

    @Test
    void accountsThatAreNotAskedForAreLeftOut() {
        Image image = bakedImage();
        runsElsewhere(image);

        ImageUsageReportId id =
                port().createImageUsageReport(on(image, "third").withAccountIds(AccountId.of("999999999999")));
        await(id);

        assertThat(entries(id)).isEmpty();
    }

    @Test
    void sameTokenIsTheSameReport() {
        Image image = bakedImage();

        ImageUsageReportId id = port().createImageUsageReport(on(image, "again"));

        assertThat(port().createImageUsageReport(on(image, "again"))).isEqualTo(id);
        port().deleteImageUsageReport(id);
    }

    @Test
    void unknownImageIsRefused() {
        refused(
                NotFoundException.class,
                "InvalidAMIID.NotFound",
                () -> port().createImageUsageReport(CreateImageUsageReportRequest.builder()
                        .imageId(UNKNOWN_IMAGE)
                        .addResourceType(ReferringResources.of(ReferringResources.INSTANCE))
                        .clientToken(name("token"))
                        .build()));
    }

    @Test
    void unknownKindIsRefused() {
        Image image = bakedImage();
        refused(
                InvalidRequestException.class,
                () -> port().createImageUsageReport(on(image, "kind")
                        .withResourceTypes(ReferringResources.of(ReferringResources.PARAMETER))));
    }

    @Test
    void deletedReportIsGone() {
        ImageUsageReportId id = port().createImageUsageReport(on(bakedImage(), "deleted"));

        port().deleteImageUsageReport(id);

        refused(NotFoundException.class, () -> port().deleteImageUsageReport(id));
    }

    private ImageUsageReportPort port() {
        return arranged(owner.ports().imageUsageReports(), "usage reports");
    }

    private AccountId runsElsewhere(Image image) {
        port();
        Actor stranger = stranger();
        owner.lend(image.imageId(), stranger);
        Assumptions.assumeTrue(
                world.runInstanceInSecondAccount(image.imageId()), "no instances run in the second account");
        return stranger.account();
    }

    private CreateImageUsageReportRequest on(Image image, String stem) {
        return CreateImageUsageReportRequest.builder()
                .imageId(image.imageId())
                .addResourceType(ReferringResources.of(ReferringResources.INSTANCE))
                .addResourceType(ReferringResources.launchTemplates(20))
                .clientToken(image.imageId() + "-" + stem)
                .build();
    }

    private ImageUsageReport await(ImageUsageReportId id) {
        owner.eventually(() -> assertThat(report(id).isPending()).isFalse());
        return report(id);
    }

    private ImageUsageReport report(ImageUsageReportId id) {
        return Pages.only(port().describeImageUsageReports(ImageUsageReportsRequest.of(id, Optional.empty())));
    }

    private List<ImageUsageReportEntry> entries(ImageUsageReportId id) {
        return Pages.items(token -> port().describeImageUsageReportEntries(ImageUsageReportsRequest.of(id, token)));
    }
}
