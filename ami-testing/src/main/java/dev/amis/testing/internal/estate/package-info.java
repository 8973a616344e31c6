/**
 * The estate of a company, team by team: what {@code InMemoryAws.estate()} puts into its account. Not exported.
 *
 * <pre>{@code
 * Inventory inventory = Company.inventory(new Setting(now, 42, baseImages, key));
 * inventory.instances().forEach(seed::instance);
 * }</pre>
 */
@NullMarked
package dev.amis.testing.internal.estate;

import org.jspecify.annotations.NullMarked;
