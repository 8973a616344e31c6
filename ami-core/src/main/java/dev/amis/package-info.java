/**
 * The way in: {@link dev.amis.Amis}, where every chain starts.
 *
 * <pre>{@code
 * Amis amis = Amis.using(InMemoryAws.create());
 * }</pre>
 */
@NullMarked
package dev.amis;

import org.jspecify.annotations.NullMarked;
