/** What features share and nobody else sees: the session, waiting, paging, text. */
@NullMarked
package dev.amis.internal;

import org.jspecify.annotations.NullMarked;
