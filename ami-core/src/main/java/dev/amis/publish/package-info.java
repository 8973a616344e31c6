/**
 * Which image is the current one: SSM parameters of type {@code aws:ec2:image}, under names that never change. A launch
 * template that says {@code resolve:ssm:/golden/web} launches whatever the parameter says. An {@link
 * dev.amis.publish.ImagePublisher} is the last step of a bake; a pointer has one.
 *
 * <pre>{@code
 * amis.pointer("/golden/web").to(image).readableBy(AccountId.of("444455556666")).apply().orThrow();
 * amis.pointer("/golden/web").to(image).demanding(verification).apply().orThrow();
 * amis.pointer("/golden/web").rollBack().apply().orThrow();
 * }</pre>
 */
@NullMarked
package dev.amis.publish;

import org.jspecify.annotations.NullMarked;
