/**
 * Finding images: a search names its owner, EC2 filters what it can, the rest is filtered here, every page is followed, and
 * the newest comes first.
 *
 * <pre>{@code
 * Image latest = amis.find().ownedBySelf().named("web-*").architecture(Architecture.ARM64).latest();
 * List<Image> stale = amis.find().ownedBySelf().in(Region.EU_WEST_1, Region.US_EAST_1).olderThan(Duration.ofDays(90)).list();
 * }</pre>
 */
@NullMarked
package dev.amis.query;

import org.jspecify.annotations.NullMarked;
