/** The adapters between the ports and the SDK, and the one chain that every call passes. */
@NullMarked
package dev.amis.aws.internal;

import org.jspecify.annotations.NullMarked;
