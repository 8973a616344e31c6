/** Who needs a snapshot: what may not be deleted, and what could not be read. */
@NullMarked
package dev.amis.internal.owners;

import org.jspecify.annotations.NullMarked;
