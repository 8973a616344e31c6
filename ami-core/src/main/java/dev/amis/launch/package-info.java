/**
 * Launch templates: looking at them, new versions on top of old ones with the difference shown, the default version and the
 * exact way back, pruning what nobody needs, checking before use, and launching: {@link dev.amis.launch.LaunchTemplateHandle}.
 *
 * <pre>{@code
 * ChangeReport switched = amis.launchTemplate("web").switchTo(image).apply().orThrow();
 * System.out.println(amis.launchTemplate("web").diff(1, 2).describe());
 * amis.undo(switched).orThrow();
 * }</pre>
 */
@NullMarked
package dev.amis.launch;

import org.jspecify.annotations.NullMarked;
