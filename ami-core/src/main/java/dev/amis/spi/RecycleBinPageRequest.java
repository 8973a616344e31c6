package dev.amis.spi;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for a page of what the Recycle Bin holds.
 *
 * @param maxResults how many items a page may hold
 * @param nextToken the page to go on with
 */
public record RecycleBinPageRequest(OptionalInt maxResults, Optional<String> nextToken) {

    /** The first page, as large as EC2 makes it. */
    public static final RecycleBinPageRequest FIRST = new RecycleBinPageRequest(OptionalInt.empty(), Optional.empty());
}
