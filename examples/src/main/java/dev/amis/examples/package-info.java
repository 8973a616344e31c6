/**
 * One runnable class for each task, on the in-memory account, and the launcher of {@code amis-examples.jar}.
 *
 * <pre>{@code
 * java -jar amis-examples.jar quickstart
 * }</pre>
 */
@NullMarked
package dev.amis.examples;

import org.jspecify.annotations.NullMarked;
