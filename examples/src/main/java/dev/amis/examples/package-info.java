/**
 * One runnable class for each task, on the in-memory account or on AWS, and the launcher of {@code amis-examples.jar}, which also
 * plans on one's own account and serves the in-memory one to other tools.
 *
 * <pre>{@code
 * java -jar amis-examples.jar quickstart
 * java -jar amis-examples.jar serve --estate
 * }</pre>
 */
@NullMarked
package dev.amis.examples;

import org.jspecify.annotations.NullMarked;
