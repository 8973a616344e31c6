package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.Replacement;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.StateReason;
import dev.amis.spi.RunInstancesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.verify.Diagnosis;
import dev.amis.verify.Finding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosingTest {

    private static final InstanceType SMALL = InstanceType.of("t3.micro");

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final Image image =
            amis.create("web-1").fromInstance(aws.runInstance()).start().await();

    @Test
    void anImageThatFitsIsLaunchable() {
        assertThat(amis.diagnose(image).on(SMALL).run().isLaunchable()).isTrue();
    }

    @Test
    void whatIsNotLookedAtIsSaid() {
        assertThat(amis.diagnose(image).run().findings())
                .extracting(Finding::what)
                .contains("Allowed AMIs were not looked at");
    }

    @Test
    void anotherArchitectureIsRefusedInWords() {
        Diagnosis diagnosis =
                amis.diagnose(image).on(InstanceType.of("m7g.large")).run();
        assertThatThrownBy(diagnosis::orThrow)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("m7g.large does not run x86_64");
    }

    @Test
    void aDisabledImageIsNotLaunchable() {
        amis.disable(image).apply().orThrow();
        assertThat(amis.diagnose(image).run().describe()).contains("the image is disabled", "Enable it first");
    }

    @Test
    void aDeprecatedImageWarns() {
        amis.deprecate(image).in(Duration.ofDays(1)).apply().orThrow();
        aws.time().advance(Duration.ofDays(2));
        assertThat(amis.diagnose(image).run().findings())
                .anyMatch(finding -> finding.severity() == Finding.Severity.WARNING
                        && finding.what().startsWith("the image is deprecated"));
    }

    @Test
    void anImageThatIsNotThereIsAFinding() {
        assertThat(amis.diagnose(ImageId.of("ami-0123456789abcdef0")).run().isLaunchable())
                .isFalse();
    }

    @Test
    void anImageOfAnotherAccountIsFoundOnceItIsShared() {
        AccountId friend = AccountId.of("444455556666");
        Amis theirs = Amis.using(aws.as(friend));
        assertThat(theirs.diagnose(image).run().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains("not shared with account " + friend));
        amis.share(image).with(friend).apply().orThrow();
        assertThat(theirs.diagnose(image).run().isLaunchable()).isTrue();
    }

    @Test
    void anInstanceThatPanickedIsExplained() {
        aws.faults().failNextBoot("Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)");
        InstanceId dead = launch();
        aws.time().advance(Duration.ofMinutes(10));
        assertThat(amis.diagnose(dead).run().findings())
                .extracting(Finding::what)
                .contains("the kernel found no root device", "the kernel panicked", "its instance check fails");
    }

    @Test
    void anInstanceThatEc2EndedIsExplained() {
        aws.faults().failNextLaunch(new StateReason("Client.InternalError", "Client error on launch"));
        InstanceId dead = launch();
        aws.time().advance(Duration.ofMinutes(10));
        assertThat(amis.diagnose(dead).run().findings())
                .extracting(Finding::what)
                .contains("a volume could not be decrypted (Client.InternalError)");
    }

    @Test
    void anInstanceThatIsUpIsFine() {
        InstanceId up = launch();
        aws.time().advance(Duration.ofMinutes(10));
        aws.calls().clear();
        assertThat(amis.diagnose(up).run().isLaunchable()).isTrue();
        assertThat(aws.calls().entries())
                .allMatch(call ->
                        call.action().startsWith("Describe") || call.action().startsWith("Get"));
    }

    @Test
    void anInstanceThatIsNotThereIsNotFound() {
        assertThatThrownBy(() ->
                        amis.diagnose(InstanceId.of("i-0123456789abcdef0")).run())
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aConsoleThatCannotBeReadIsSaid() {
        InstanceId up = launch();
        aws.access().deny("GetConsoleOutput");
        assertThat(amis.diagnose(up).run().findings())
                .extracting(Finding::what)
                .contains("the console could not be read");
    }

    @Test
    void statusChecksThatCannotBeReadAreSaid() {
        InstanceId up = launch();
        aws.access().deny("DescribeInstanceStatus");
        assertThat(amis.diagnose(up).run().findings())
                .extracting(Finding::what)
                .contains("its status checks could not be read");
    }

    private InstanceId launch() {
        return aws.in(aws.region())
                .instanceLifecycle()
                .orElseThrow()
                .runInstances(RunInstancesRequest.builder()
                        .imageId(image.imageId())
                        .instanceType(SMALL)
                        .clientToken("a")
                        .build())
                .get(0)
                .instanceId();
    }

    @Test
    void aReplacementMovesTheTag() {
        amis.replace("web").with(image).run();
        Image next = next();
        List<Image> before = amis.replace("web").with(next).run();
        assertThat(before).extracting(Image::imageId).containsExactly(image.imageId());
        assertThat(current()).containsExactly(next.imageId());
    }

    @Test
    void aReplacementThatDiesLeavesOneThatIsCurrent() {
        amis.replace("web").with(image).run();
        Image next = next();
        aws.faults().fail("DeleteTags", 1, "InternalError");
        assertThatThrownBy(() -> amis.replace("web").with(next).run()).isNotNull();
        assertThat(current()).contains(next.imageId());
        amis.replace("web").with(next).run();
        assertThat(current()).containsExactly(next.imageId());
    }

    @Test
    void anOlderImageDoesNotReplaceANewerOne() {
        amis.replace("web").with(next()).run();
        assertThatThrownBy(() -> amis.replace("web").with(image).run()).isInstanceOf(ConflictException.class);
    }

    @Test
    void anImageThatIsNotVerifiedIsRefusedIfThatIsRequired() {
        assertThatThrownBy(() ->
                        amis.replace("web").with(image).requiringVerification().run())
                .hasMessageContaining("amis:verified");
        assertThat(current()).isEmpty();
    }

    private Image next() {
        aws.time().advance(Duration.ofHours(1));
        return amis.create("web-2").fromInstance(aws.runInstance()).start().await();
    }

    private List<ImageId> current() {
        return amis.find().ownedBySelf().list().stream()
                .filter(one -> one.tags().get(Replacement.CURRENT).isPresent())
                .map(Image::imageId)
                .toList();
    }
}
