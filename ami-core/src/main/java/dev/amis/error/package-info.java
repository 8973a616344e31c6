/**
 * What can go wrong, as one family of unchecked exceptions under {@link dev.amis.error.AmiException}.
 *
 * <p>Each says what failed, on which resource and where, why, and what to do. Mistakes of the caller stay
 * {@link IllegalArgumentException}, {@link NullPointerException} or {@link IllegalStateException}.
 *
 * <pre>{@code
 * try {
 *     amis.deregister(image).apply();
 * } catch (ConflictException inTheWay) {
 *     System.err.println(inTheWay.getMessage());
 * }
 * }</pre>
 */
@NullMarked
package dev.amis.error;

import org.jspecify.annotations.NullMarked;
