package dev.amis.copy;

import dev.amis.error.AmiException;
import dev.amis.model.Image;
import dev.amis.model.Region;

/** What became of a copy in one Region. */
public sealed interface CopyResult {

    /**
     * Where the copy was to be.
     *
     * @return the Region
     */
    Region region();

    /**
     * The copy is there and available.
     *
     * @param image the copy
     * @param wasThere whether an earlier run had started it
     */
    record Copied(Image image, boolean wasThere) implements CopyResult {

        @Override
        public Region region() {
            return image.region();
        }
    }

    /**
     * There is no copy.
     *
     * @param region where it was to be
     * @param problem why there is none
     */
    record NotCopied(Region region, AmiException problem) implements CopyResult {}
}
