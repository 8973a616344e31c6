package dev.amis.testing.internal.estate;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import java.time.Instant;
import java.util.Map;

/**
 * What an estate is laid out in.
 *
 * @param company the account that most things belong to
 * @param partner the other account
 * @param now the instant at which the ages are what they are said to be
 * @param seed the source of ids and minutes
 * @param baseImages Amazon's base image for {@code x86_64} in each of the estate's Regions
 * @param databaseKey the company's own key in {@code eu-west-1}
 */
public record Setting(
        AccountId company,
        AccountId partner,
        Instant now,
        long seed,
        Map<Region, ImageId> baseImages,
        KmsKeyId databaseKey) {

    /** Makes a setting of a copy of the map. */
    public Setting {
        baseImages = Map.copyOf(baseImages);
    }
}
