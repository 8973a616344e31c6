package dev.amis.create;

import dev.amis.create.BakeStep.Kind;
import dev.amis.create.BakeStep.Outcome;
import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.model.Image;
import dev.amis.publish.ImagePublisher;
import dev.amis.publish.Publication;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Handing an image on to all publishers, or to none of those that have a way back. */
final class BakePublishing {

    private final BakeNotes notes;
    private final Deque<Publication> done = new ArrayDeque<>();

    BakePublishing(BakeNotes notes) {
        this.notes = notes;
    }

    void publish(Image image, List<ImagePublisher> publishers) {
        try {
            for (ImagePublisher publisher : publishers) {
                notes.begun(Kind.PUBLISH, done.size() + 1 + " of " + publishers.size());
                Publication publication = asked(() -> publisher.publish(image));
                done.push(publication);
                notes.ended(Kind.PUBLISH, Outcome.DONE, publication.where());
            }
        } catch (AmiException problem) {
            done.forEach(this::takeBack);
            throw problem;
        }
    }

    /** Publishers are other people's code: whatever they throw is a failure of the bake. */
    static <T> T asked(Supplier<T> publisher) {
        try {
            return Objects.requireNonNull(publisher.get(), "a publisher answers something");
        } catch (AmiException failed) {
            throw failed;
        } catch (RuntimeException other) {
            throw new ProviderException(
                    Failure.of("publish", "a publisher threw " + other).build(), other);
        }
    }

    private void takeBack(Publication publication) {
        if (publication.wayBack().isEmpty()) {
            notes.leftBehind("it stays handed on to " + publication.where() + ", from where there is no way back");
            return;
        }
        try {
            publication.wayBack().get().run();
            notes.ended(Kind.WITHDRAW, Outcome.DONE, publication.where());
        } catch (RuntimeException stays) {
            notes.ended(Kind.WITHDRAW, Outcome.FAILED, publication.where());
            notes.leftBehind("it stays handed on to " + publication.where() + ": " + stays.getMessage());
        }
    }
}
