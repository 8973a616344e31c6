package dev.amis.guest;

import dev.amis.internal.style.AmisStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a clean-up was told, in an order that does not depend on the order of telling. */
@AmisStyle
@Value.Immutable
interface CleanupSettings extends WithCleanupSettings {

    /** Which of our own steps, in their order. */
    List<CleanupKind> kinds();

    /** Named users, sorted. */
    List<String> users();

    /** Chosen files, sorted. */
    List<String> files();

    /** Where the secret scan does not look, sorted. */
    List<String> unscanned();

    /** How much the zero-fill writes at most, in MiB. */
    int zeroFill();

    /** Steps of others, in their order. */
    List<GuestStep> own();

    /** The system, if it is not to be found out. */
    Optional<GuestFamily> family();
}
