package dev.amis.create;

import dev.amis.create.BakeStep.Kind;
import dev.amis.create.BakeStep.Outcome;
import dev.amis.model.Image;
import dev.amis.publish.ImagePublisher;
import dev.amis.publish.Publication;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Handing an image on to all publishers, or to none of those that have a way back. */
final class BakePublishing {

    private final BakeReport.Builder report;
    private final Deque<Publication> done = new ArrayDeque<>();

    BakePublishing(BakeReport.Builder report) {
        this.report = report;
    }

    void publish(Image image, List<ImagePublisher> publishers) {
        try {
            for (ImagePublisher publisher : publishers) {
                Publication publication = publisher.publish(image);
                done.push(publication);
                report.addStep(new BakeStep(Kind.PUBLISH, Outcome.DONE, publication.where()));
            }
        } catch (RuntimeException problem) {
            done.forEach(this::takeBack);
            throw problem;
        }
    }

    private void takeBack(Publication publication) {
        if (publication.wayBack().isEmpty()) {
            report.addLeftBehind("it stays handed on to " + publication.where() + ", from where there is no way back");
            return;
        }
        try {
            publication.wayBack().get().run();
            report.addStep(new BakeStep(Kind.WITHDRAW, Outcome.DONE, publication.where()));
        } catch (RuntimeException stays) {
            report.addStep(new BakeStep(Kind.WITHDRAW, Outcome.FAILED, publication.where()));
            report.addLeftBehind("it stays handed on to " + publication.where() + ": " + stays.getMessage());
        }
    }
}
