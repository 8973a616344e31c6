/**
 * Making images: from an instance, and from snapshots. An image that is made carries the tag {@code amis:request}, by which
 * the same request finds it again after a crash instead of making a second one. {@link dev.amis.create.Bake} goes all the way:
 * prepare, stop, create, start again, verify, publish. What a bake touches carries the tag {@code amis:bake} until the bake is at
 * its end; {@link dev.amis.create.UnfinishedBakes} finds by it what was left in the middle.
 *
 * <pre>{@code
 * Image built = amis.create("web-1.0.0").fromInstance(instance).noReboot().tag("Application", "web").start().await();
 * Image registered = amis.register("web-1.0.1").fromSnapshot(snapshot).architecture(Architecture.ARM64).start().await();
 * Image tested = amis.bake("web-1.0.2").fromInstance(instance).verifying(gate -> gate.check("up", "true")).run().orThrow();
 * amis.unfinishedBakes().takeBack();
 * }</pre>
 */
@NullMarked
package dev.amis.create;

import org.jspecify.annotations.NullMarked;
