/**
 * Reading, spending and awaiting time. {@link java.time.Clock} is used as it is; sleeping goes through {@link
 * dev.amis.time.Sleeper}, so that a test waits thirty minutes in no time.
 *
 * <pre>{@code
 * Image image = amis.create("web-1.0.0").fromInstance(instance).start().await(Duration.ofMinutes(30));
 * }</pre>
 */
@NullMarked
package dev.amis.time;

import org.jspecify.annotations.NullMarked;
