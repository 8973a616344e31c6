package dev.amis.usage;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Pages;
import dev.amis.model.Fleet;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.FleetPort;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Spot Fleet requests and EC2 Fleets that are not over. A fleet of type instant has launched all that it ever will. */
record FleetReferences() implements ReferenceSource {

    private static final int PAGE = 1_000;

    @Override
    public String name() {
        return "fleets";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return read(region).references();
    }

    @Override
    public SourceReading read(RegionalProvider region) {
        FleetPort port = region.fleets()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("DescribeFleets", "the provider has no port for fleets")
                                .region(region.region())
                                .advice("Leave the source 'fleets' out if the account has none")
                                .build()));
        TemplateUses templates = new TemplateUses(region, name());
        List<Reference> references = new ArrayList<>();
        Stream.concat(
                        Pages.all(
                                "DescribeSpotFleetRequests",
                                token -> port.describeSpotFleetRequests(DescribeFleetsRequest.all(PAGE, token)))
                                .stream(),
                        Pages.all(
                                "DescribeFleets", token -> port.describeFleets(DescribeFleetsRequest.all(PAGE, token)))
                                .stream())
                .filter(fleet -> !fleet.state().isOver())
                .forEach(fleet -> add(fleet, templates, references));
        SourceReading resolved = templates.resolve();
        references.addAll(resolved.references());
        return new SourceReading(references.stream().distinct().toList(), resolved.findings());
    }

    private void add(Fleet fleet, TemplateUses templates, List<Reference> references) {
        String by = fleet.fleetId() + " (" + fleet.stateText() + ")";
        fleet.launchSpecificationImages()
                .forEach(text -> references.add(ImageTexts.reference(fleet.region(), text, name(), by)));
        for (LaunchTemplateConfig config : fleet.launchTemplateConfigs()) {
            config.launchTemplate().ifPresent(specification -> templates.add(specification, by));
            config.overrides()
                    .forEach(override -> override.imageReference()
                            .ifPresent(text -> references.add(ImageTexts.reference(fleet.region(), text, name(), by))));
        }
    }
}
