/**
 * Launch templates: looking at them, new versions on top of old ones with the difference shown, the default version and the
 * exact way back, pruning what nobody needs, and checking before use: {@link dev.amis.launch.LaunchTemplates}.
 *
 * <pre>{@code
 * TemplateSwitch done = amis.launchTemplate("web").switchTo(image).apply();
 * amis.launchTemplate("web").back(done);
 * }</pre>
 */
@NullMarked
package dev.amis.launch;

import org.jspecify.annotations.NullMarked;
