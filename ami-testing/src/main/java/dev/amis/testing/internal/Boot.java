package dev.amis.testing.internal;

import dev.amis.model.StateReason;
import dev.amis.model.StatusCheck;
import java.util.Optional;

/**
 * How an instance comes up.
 *
 * @param refusal why EC2 ends it before it runs, if it does
 * @param check how its status check comes out if it runs
 * @param console what it prints on its console in doing so
 */
public record Boot(Optional<StateReason> refusal, StatusCheck check, String console) {

    /** What an instance prints that boots well; invented, with the marks of cloud-init that people look for. */
    static final Boot WELL = new Boot(Optional.empty(), StatusCheck.OK, """
            [    0.000000] Linux version 6.1.0-in-memory
            [    1.204113] EXT4-fs (nvme0n1p1): mounted filesystem with ordered data mode
            [    6.731640] cloud-init[1201]: Cloud-init v. 22.2.2 running 'modules:final'
            [    7.015332] cloud-init[1201]: Cloud-init v. 22.2.2 finished
            in-memory login:
            """);

    /** EC2 gives the launch up. */
    public static Boot refused(StateReason reason) {
        return new Boot(Optional.of(reason), StatusCheck.NOT_APPLICABLE, "");
    }

    /** It runs, but nobody answers. */
    public static Boot impaired(String console) {
        return new Boot(Optional.empty(), StatusCheck.IMPAIRED, console);
    }
}
