/**
 * Who refers to an image, and what could not be read. A source that cannot be read makes its images unknown, and unknown
 * counts as in use.
 *
 * <pre>{@code
 * Usage usage = amis.usage().in(Region.EU_WEST_1).read();
 * usage.of(image).references().forEach(System.out::println);
 * }</pre>
 */
@NullMarked
package dev.amis.usage;

import org.jspecify.annotations.NullMarked;
