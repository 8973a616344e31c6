package dev.amis.publish;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.PlanEngine;
import dev.amis.verify.Verification;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lets a parameter say the image. Its way back is that of the change: what somebody else wrote since stays. */
final class PointerPublisher implements ImagePublisher {

    private final ImagePointer pointer;
    private final PlanEngine engine;
    private final UnaryOperator<Pointing> demands;

    PointerPublisher(ImagePointer pointer, PlanEngine engine, UnaryOperator<Pointing> demands) {
        this.pointer = pointer;
        this.engine = engine;
        this.demands = demands;
    }

    @Override
    public Publication publish(Image image) {
        ChangeReport report = demands.apply(pointer.to(image)).apply().orThrow();
        Publication said = Publication.to(pointer.name() + " in " + image.region());
        return said.undoneBy(() -> engine.undoing(report).apply().orThrow());
    }

    @Override
    public void check(Region region) {
        demands.apply(pointer.toNothing()).requireOurs(region);
    }

    @Override
    public ImagePublisher afterGate(Optional<Verification> gate) {
        return new PointerPublisher(
                pointer,
                engine,
                pointing -> gate.map(demands.apply(pointing)::demanding)
                        .orElseGet(demands.apply(pointing)::requiringVerification));
    }

    @Override
    public String toString() {
        return pointer.toString();
    }
}
