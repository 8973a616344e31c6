package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Architecture;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.plan.Plan;
import dev.amis.report.PlanReport;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What refers to images that are not there is told, and disturbs nothing. */
class DanglingReferencesTest {

    private static final ImageId GONE = ImageId.of("ami-0123456789abcdef0");

    private final InMemoryAws aws = InMemoryAws.create();
    private final InMemoryRegion here = aws.in(aws.region());

    @Test
    void aTemplateWhoseImageIsGoneIsToldInThePlanAndItsReports() {
        here.putLaunchTemplateVersion("web", GONE.value());

        Plan plan = plan();

        assertThat(plan.notes())
                .singleElement()
                .asString()
                .startsWith("launch templates: lt-")
                .endsWith("refers to " + GONE + ", which is not there or not visible, so launches by it fail");
        assertThat(plan.describe()).contains(GONE.value());
        assertThat(PlanReport.of(plan).toMarkdown()).contains(GONE.value());
        assertThat(PlanReport.of(plan).toHtml()).contains(GONE.value());
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void imagesOfOthersAreThere() {
        here.putLaunchTemplateVersion("web", here.baseImage(Architecture.X86_64).value());
        assertThat(plan().notes()).isEmpty();
    }

    @Test
    void instancesDoNotNeedTheirImage() {
        ImageId image = Amis.using(aws)
                .create("web-1")
                .fromInstance(aws.runInstance())
                .start()
                .await()
                .imageId();
        InstanceId instance = here.runInstance(InstanceSpec.of(image));
        here.images().deregisterImage(new DeregisterImageRequest(image, false));

        assertThat(instance).isNotNull();
        assertThat(plan().notes()).isEmpty();
    }

    @Test
    void manyAreCounted() {
        IntStream.range(0, 30)
                .forEach(i -> here.putLaunchTemplateVersion("web-" + i, String.format("ami-%017x", i + 1)));

        assertThat(plan().notes()).hasSize(21).last().asString().startsWith("10 more references");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        here.putLaunchTemplateVersion("web", GONE.value());
        aws.faults().fail("DescribeImages", 4, "UnauthorizedOperation");

        assertThat(plan().notes())
                .singleElement()
                .asString()
                .startsWith(
                        "whether 1 images of others that are referred to in us-east-1 are there could not be read: ");
    }

    private Plan plan() {
        return Amis.using(aws).cleanup().named("web-*").keepingLatest(1).plan();
    }
}
