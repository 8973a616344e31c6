/** The one style of generated values; used by every package, exported to nobody. */
@NullMarked
package dev.amis.aws.internal.style;

import org.jspecify.annotations.NullMarked;
