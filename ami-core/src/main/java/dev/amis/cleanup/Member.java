package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.ImageOrder;
import dev.amis.model.ImageState;
import dev.amis.plan.Reason;
import java.time.Instant;
import java.util.List;

/** One image under review. There may be a million of them, so what is looked at most often is kept as plain numbers. */
final class Member implements Comparable<Member> {

    private final Image image;
    private final long second;
    private final int nano;
    private int availableRank;
    private List<Reason> reasons = List.of();
    private boolean retired;

    Member(Image image) {
        this.image = image;
        Instant created = image.creationDate().orElse(Instant.MIN);
        this.second = created.getEpochSecond();
        this.nano = created.getNano();
    }

    Image image() {
        return image;
    }

    boolean isAvailable() {
        return image.state() == ImageState.AVAILABLE;
    }

    boolean isCreatedAtOrAfter(Instant time) {
        return second > time.getEpochSecond() || (second == time.getEpochSecond() && nano >= time.getNano());
    }

    /** Its place among the available images of its family, 1 for the newest; 0 if it is not available. */
    int availableRank() {
        return availableRank;
    }

    void rankAvailable(int rank) {
        this.availableRank = rank;
    }

    List<Reason> reasons() {
        return reasons;
    }

    boolean isRetired() {
        return retired;
    }

    void keep(List<Reason> why) {
        this.reasons = why;
        this.retired = false;
    }

    void retire(List<Reason> why) {
        this.reasons = why;
        this.retired = true;
    }

    /** The order of {@link ImageOrder#NEWEST_FIRST}, without looking into the image where dates differ. */
    @Override
    public int compareTo(Member other) {
        int order = Long.compare(other.second, second);
        if (order == 0) {
            order = Integer.compare(other.nano, nano);
        }
        return order == 0 ? ImageOrder.NEWEST_FIRST.compare(image, other.image) : order;
    }
}
