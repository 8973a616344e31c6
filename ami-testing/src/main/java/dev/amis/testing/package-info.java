/** An AWS account that lives in memory. */
@org.jspecify.annotations.NullMarked
package dev.amis.testing;
