package dev.amis.copy;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.AwaitedImage;
import dev.amis.internal.PendingImages;
import dev.amis.internal.Session;
import dev.amis.internal.Settled;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.Region;
import dev.amis.time.Pending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One start of a request: looks what is there, starts what is not, and hands out the handle on all. */
final class CopyRun {

    /** A copy that is on its way, or why it is not. */
    private sealed interface Begun {

        record Awaited(AwaitedImage image, boolean wasThere) implements Begun {}

        record Refused(AmiException problem) implements Begun {}
    }

    private final Session session;
    private final CopyImagesRequest request;
    private final Map<Region, Begun> begun = new LinkedHashMap<>();
    private Optional<Image> source = Optional.empty();

    CopyRun(Session session, CopyImagesRequest request) {
        this.session = session;
        this.request = request;
    }

    Pending<CopyReport> start() {
        ImageName name = name();
        List<RegionCopy> copies = request.destinations().stream()
                .map(destination -> new RegionCopy(session, request, name, destination))
                .toList();
        copies.forEach(this::adopt);
        List<RegionCopy> missing = copies.stream()
                .filter(copy -> !begun.containsKey(copy.destination()))
                .toList();
        if (!missing.isEmpty()) {
            begin(missing);
        }
        return handle();
    }

    private ImageName name() {
        return request.name()
                .orElseGet(() -> ImageName.of(request.sourceName()
                        .or(() -> source().name())
                        .orElseThrow(() -> new IllegalArgumentException("name is not set, but "
                                + request.sourceImageId() + " has no name that its copies could take"))));
    }

    private void adopt(RegionCopy copy) {
        try {
            copy.adopted().ifPresent(image -> await(copy, image, true));
        } catch (AmiException problem) {
            refuse(copy, problem);
        }
    }

    private void begin(List<RegionCopy> missing) {
        Image image;
        try {
            image = source();
            CopySource.checkState(image);
        } catch (AmiException problem) {
            if (begun.values().stream().noneMatch(Begun.Awaited.class::isInstance)) {
                throw problem;
            }
            missing.forEach(copy -> begun.put(copy.destination(), new Begun.Refused(problem)));
            return;
        }
        for (RegionCopy copy : missing) {
            try {
                await(copy, copy.make(image), false);
            } catch (AmiException problem) {
                refuse(copy, problem);
            }
        }
    }

    private void refuse(RegionCopy copy, AmiException problem) {
        if (problem instanceof WaitInterruptedException) {
            throw problem;
        }
        begun.put(copy.destination(), new Begun.Refused(problem));
    }

    private Image source() {
        Image found = source.orElseGet(() -> CopySource.read(session, request));
        source = Optional.of(found);
        return found;
    }

    private void await(RegionCopy copy, ImageId image, boolean wasThere) {
        AwaitedImage awaited = session.watcher().watch(copy.destination(), image, true);
        begun.put(copy.destination(), new Begun.Awaited(awaited, wasThere));
    }

    private Pending<CopyReport> handle() {
        List<AwaitedImage> images = new ArrayList<>();
        for (Region destination : request.destinations()) {
            if (begun.get(destination) instanceof Begun.Awaited awaited) {
                images.add(awaited.image());
            }
        }
        return PendingImages.all(session.watcher(), images, settled -> report(images, settled));
    }

    private CopyReport report(List<AwaitedImage> images, List<Settled> settled) {
        List<CopyResult> results = new ArrayList<>();
        for (Region destination : request.destinations()) {
            Begun start = begun.get(destination);
            if (start instanceof Begun.Awaited awaited) {
                results.add(result(destination, awaited, settled.get(images.indexOf(awaited.image()))));
            } else if (start instanceof Begun.Refused refused) {
                results.add(new CopyResult.NotCopied(destination, refused.problem()));
            }
        }
        return new CopyReport(request.sourceImageId(), request.sourceRegion(), results);
    }

    private static CopyResult result(Region destination, Begun.Awaited awaited, Settled settled) {
        try {
            return new CopyResult.Copied(settled.orThrow(), awaited.wasThere());
        } catch (NotFoundException invisible) {
            return new CopyResult.NotCopied(
                    destination,
                    new NotFoundException(
                            invisible
                                    .failure()
                                    .withAdvice("If an earlier copy by this request was deregistered, EC2 still answers"
                                            + " with its id: start it again with attempt(2)"),
                            invisible));
        } catch (AmiException problem) {
            return new CopyResult.NotCopied(destination, problem);
        }
    }
}
