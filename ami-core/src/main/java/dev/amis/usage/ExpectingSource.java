package dev.amis.usage;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.ImageId;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Set;

/**
 * A source that is not believed if it tells of too little: a wrong Region, a role that sees half, an answer cut short.
 *
 * @param source the source
 * @param least how many references there must be in each Region
 */
record ExpectingSource(ReferenceSource source, int least) implements ReferenceSource {

    ExpectingSource {
        if (least < 1) {
            throw new IllegalArgumentException("least number of references of source '" + source.name() + "' is "
                    + least + ", but must be at least 1");
        }
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return read(region).references();
    }

    @Override
    public SourceReading read(RegionalProvider region) {
        SourceReading found = source.read(region);
        if (found.references().size() < least) {
            throw new ConflictException(Failure.of(
                            "Reading " + name(),
                            "it told of " + found.references().size() + " references, but at least " + least
                                    + " were expected")
                    .region(region.region())
                    .advice("Look whether it sees everything, or expect less")
                    .build());
        }
        return found;
    }

    /** Few images have many references, so that nothing can be expected here. */
    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        return source.referencesTo(region, imageIds);
    }

    @Override
    public boolean crossesRegions() {
        return source.crossesRegions();
    }
}
