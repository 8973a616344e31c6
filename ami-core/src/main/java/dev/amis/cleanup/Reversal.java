package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.plan.Action;
import dev.amis.plan.Reversibility;

/** Tells how far an action can be taken back. */
interface Reversal {

    Reversal WITHOUT_RECYCLE_BIN = (action, image) -> action instanceof Action.Deregister
            ? Reversibility.irreversible("whether the Recycle Bin keeps it was not looked at")
            : Reversibility.reversible("it can be made as it was before");

    Reversibility of(Action action, Image image);
}
