package dev.amis.guest;

import dev.amis.internal.style.AmisStyle;
import java.util.List;
import org.immutables.value.Value;

/** What a sysprep was told, in an order that does not depend on the order of telling. */
@AmisStyle
@Value.Immutable
interface SysprepSettings extends WithSysprepSettings {

    /** Which of our own steps, in their order. */
    List<SysprepKind> kinds();

    /** Named users, sorted. */
    List<String> users();

    /** Chosen files, sorted. */
    List<String> files();

    /** Steps of others, in their order. */
    List<GuestStep> own();

    /** Whether the launch agent's logs go. */
    @Value.Default
    default boolean clean() {
        return true;
    }

    /** Whether the machine shuts down in the end. */
    @Value.Default
    default boolean shutdown() {
        return true;
    }
}
