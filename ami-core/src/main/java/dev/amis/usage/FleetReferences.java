package dev.amis.usage;

import dev.amis.model.Fleet;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.List;

/** Spot Fleet requests and EC2 Fleets that are not over. A fleet of type instant has launched all that it ever will. */
record FleetReferences() implements ReferenceSource {

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
        TemplateUses templates = new TemplateUses(region, name());
        List<Reference> references = new ArrayList<>();
        FleetReading.living(region).forEach(fleet -> add(fleet, templates, references));
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
