package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.FleetPort;
import dev.amis.spi.Page;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link FleetPort} must do, if it has one. */
public abstract class FleetPortContract extends Rules {

    private static final LaunchTemplateSpecification VERSION =
            LaunchTemplateSpecification.of(LaunchTemplateId.of("lt-00000000000000001"), "3");
    private static final String IMAGE = "ami-00000000000000001";

    /** Makes a contract. */
    protected FleetPortContract() {}

    @Test
    void spotFleetOfLaunchSpecificationsSaysWhatItIs() {
        Fleet fleet = there(spot(1).withLaunchSpecificationImages(IMAGE, "ami-00000000000000002")
                .withTags(Tags.of("Application", "web")));

        assertThat(spotFleets(only(fleet))).containsExactly(fleet);
    }

    @Test
    void spotFleetOfTemplatesSaysWhatItIs() {
        Fleet fleet = there(spot(1).withLaunchTemplateConfigs(
                        LaunchTemplateConfig.of(VERSION, LaunchTemplateOverride.of(InstanceType.of("m7g.large")))));

        assertThat(spotFleets(only(fleet))).containsExactly(fleet);
    }

    @Test
    void fleetSaysWhatItIs() {
        Fleet fleet = there(fleet(1).withLaunchTemplateConfigs(LaunchTemplateConfig.of(
                        LaunchTemplateSpecification.named("web", "$Latest"),
                        LaunchTemplateOverride.of(InstanceType.of("m7g.large")),
                        LaunchTemplateOverride.of(InstanceType.of("m7g.xlarge")).launching(IMAGE)))
                .withTags(Tags.of("Application", "web")));

        assertThat(fleets(only(fleet))).containsExactly(fleet);
    }

    @Test
    void stateThatNobodyKnowsIsKept() {
        Fleet fleet = there(fleet(1).withStateText("resting"));

        assertThat(fleets(only(fleet))).map(Fleet::stateText).containsExactly("resting");
    }

    @Test
    void eachKindIsToldByItsOwnCall() {
        Fleet spot = there(spot(1));
        Fleet fleet = there(fleet(2));

        assertThat(spotFleets(all(1_000)))
                .map(Fleet::fleetId)
                .contains(spot.fleetId())
                .doesNotContain(fleet.fleetId());
        assertThat(fleets(all(1_000)))
                .map(Fleet::fleetId)
                .contains(fleet.fleetId())
                .doesNotContain(spot.fleetId());
    }

    @Test
    void instantFleetsAreToldOfOnlyByTheirIds() {
        Fleet instant = there(fleet(1).withType("instant"));

        assertThat(fleets(all(1_000))).doesNotContain(instant);
        assertThat(fleets(only(instant))).containsExactly(instant);
    }

    @Test
    void everyFleetIsOnExactlyOnePage() {
        List<FleetId> made = IntStream.range(0, 7)
                .mapToObj(number -> there(fleet(number)).fleetId())
                .toList();
        List<FleetId> spot = IntStream.range(0, 7)
                .mapToObj(number -> there(spot(number)).fleetId())
                .toList();

        assertThat(fleets(all(3))).map(Fleet::fleetId).containsAll(made).doesNotHaveDuplicates();
        assertThat(spotFleets(all(3))).map(Fleet::fleetId).containsAll(spot).doesNotHaveDuplicates();
    }

    @Test
    void unknownIdsAreRefused() {
        FleetPort port = port();

        refused(
                NotFoundException.class,
                "InvalidSpotFleetRequestId.NotFound",
                () -> port.describeSpotFleetRequests(only(spot(404))));
        refused(NotFoundException.class, "InvalidFleetId.NotFound", () -> port.describeFleets(only(fleet(404))));
    }

    private Fleet spot(int number) {
        return ofId("sfr-", number);
    }

    private Fleet fleet(int number) {
        return ofId("fleet-", number);
    }

    private Fleet ofId(String prefix, int number) {
        return Fleet.builder()
                .fleetId(FleetId.of(prefix + String.format(Locale.ROOT, "73fbd2ce-aa30-494c-8788-%012x", number)))
                .region(owner.region())
                .stateText("active")
                .type("maintain")
                .build();
    }

    private Fleet there(Fleet fleet) {
        port();
        Assumptions.assumeTrue(world.fleet(fleet), "this world does not have fleets");
        return fleet;
    }

    private static DescribeFleetsRequest only(Fleet fleet) {
        return new DescribeFleetsRequest(List.of(fleet.fleetId()), OptionalInt.empty(), Optional.empty());
    }

    private static DescribeFleetsRequest all(int maxResults) {
        return DescribeFleetsRequest.all(maxResults, Optional.empty());
    }

    private List<Fleet> spotFleets(DescribeFleetsRequest request) {
        return pages(request, port()::describeSpotFleetRequests);
    }

    private List<Fleet> fleets(DescribeFleetsRequest request) {
        return pages(request, port()::describeFleets);
    }

    private static List<Fleet> pages(DescribeFleetsRequest request, Function<DescribeFleetsRequest, Page<Fleet>> call) {
        return Pages.items(
                token -> call.apply(new DescribeFleetsRequest(request.fleetIds(), request.maxResults(), token)));
    }

    private FleetPort port() {
        return arranged(owner.ports().fleets(), "fleets");
    }
}
