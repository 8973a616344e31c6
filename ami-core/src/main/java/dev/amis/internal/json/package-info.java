/**
 * JSON documents as this library writes them: each type says once which fields it has, and is written and read by that.
 *
 * <pre>{@code
 * Field<Reason, String> text = Field.of("text", Codec.TEXT, Reason::text);
 * Codec<Reason> reasons = Shape.of(values -> new Reason(values.get(text)), text);
 * }</pre>
 */
@NullMarked
package dev.amis.internal.json;

import org.jspecify.annotations.NullMarked;
