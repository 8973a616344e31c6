package dev.amis.create;

import dev.amis.internal.OwnResources;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import dev.amis.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instances and images that carry the mark of a bake, put together bake by bake. */
final class MarkedResources {

    private final Session session;

    MarkedResources(Session session) {
        this.session = session;
    }

    List<UnfinishedBake> read() {
        List<Instance> instances = new ArrayList<>(instances());
        List<UnfinishedBake> bakes = new ArrayList<>();
        for (Image image : images()) {
            UnfinishedBake bake = ofImage(image);
            Optional<Instance> source = bake.unproved().isPresent()
                    ? Optional.empty()
                    : instances.stream().filter(one -> isSource(one, bake)).findFirst();
            source.ifPresent(instances::remove);
            bakes.add(source.map(one -> with(bake, one)).orElse(bake));
        }
        instances.forEach(instance -> bakes.add(ofInstance(instance)));
        return List.copyOf(bakes);
    }

    private List<Instance> instances() {
        DescribeInstancesRequest question = DescribeInstancesRequest.builder()
                .addFilter(Filter.of("tag-key", BakeMark.KEY))
                .build();
        return OwnResources.instances(session.here(), question).stream()
                .filter(instance -> instance.tags().contains(BakeMark.KEY))
                .filter(instance ->
                        instance.state() != InstanceState.TERMINATED && instance.state() != InstanceState.SHUTTING_DOWN)
                .toList();
    }

    private List<Image> images() {
        return OwnResources.images(session.here(), Filter.of("tag-key", BakeMark.KEY)).stream()
                .filter(image -> image.tags().contains(BakeMark.KEY) && image.state() != ImageState.DEREGISTERED)
                .toList();
    }

    private static boolean isSource(Instance instance, UnfinishedBake bake) {
        return BakeMark.of(instance.tags())
                .filter(mark -> mark.bake().equals(bake.bake())
                        && mark.whyNotOf(instance).isEmpty())
                .isPresent();
    }

    private UnfinishedBake with(UnfinishedBake bake, Instance instance) {
        Optional<BakeMark> mark = BakeMark.of(instance.tags());
        return bake.withInstance(instance)
                .withSince(mark.flatMap(BakeMark::since).or(bake::since));
    }

    private UnfinishedBake ofInstance(Instance instance) {
        Optional<BakeMark> mark = BakeMark.of(instance.tags());
        UnfinishedBake.Builder found = UnfinishedBake.builder();
        return found.bake(mark.map(BakeMark::bake)
                        .orElseGet(() -> instance.tags().get(BakeMark.KEY).orElse("")))
                .region(session.region())
                .instanceId(instance.instanceId())
                .instance(instance)
                .name(mark.map(BakeMark::name))
                .reached(BakeStep.Kind.STOP)
                .since(mark.flatMap(BakeMark::since))
                .unproved(mark.map(one -> one.whyNotOf(instance)).orElseGet(MarkedResources::unread))
                .build();
    }

    private UnfinishedBake ofImage(Image image) {
        Optional<BakeMark> mark = BakeMark.of(image.tags());
        UnfinishedBake.Builder found = UnfinishedBake.builder();
        return found.bake(mark.map(BakeMark::bake)
                        .orElseGet(() -> image.tags().get(BakeMark.KEY).orElse("")))
                .region(session.region())
                .instanceId(mark.map(BakeMark::instanceId))
                .image(image)
                .name(image.name())
                .reached(reached(mark, image))
                .since(image.creationDate())
                .unproved(mark.map(one -> one.whyNotOf(image)).orElseGet(MarkedResources::unread))
                .build();
    }

    private static BakeStep.Kind reached(Optional<BakeMark> mark, Image image) {
        if (mark.filter(one -> one.step() == BakeMark.Step.PUBLISHING).isPresent()) {
            return BakeStep.Kind.PUBLISH;
        }
        return image.tags().contains(Verification.TAG) ? BakeStep.Kind.TAG : BakeStep.Kind.CREATE;
    }

    private static Optional<String> unread() {
        return Optional.of("its mark is none that is known");
    }
}
