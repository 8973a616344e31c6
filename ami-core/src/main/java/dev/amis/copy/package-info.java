/**
 * Copying images to other Regions: every Region is tried, what failed is data, and the same request again is the same copy.
 *
 * <pre>{@code
 * CopyReport copies = amis.copy(image)
 *         .to(Region.US_WEST_2, Region.EU_WEST_1)
 *         .encryptedWith(KmsKeyId.of("alias/ami"))
 *         .keepingTags()
 *         .start()
 *         .await(Duration.ofHours(1));
 * System.out.println(copies.describe());
 * }</pre>
 */
@NullMarked
package dev.amis.copy;

import org.jspecify.annotations.NullMarked;
