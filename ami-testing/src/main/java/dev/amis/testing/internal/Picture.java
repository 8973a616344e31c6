package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws the world as text: for each account and Region what is there, at most so many lines of a kind. No tag values. */
public final class Picture {

    private static final int MOST = 50;

    private final World world;
    private final StringBuilder text = new StringBuilder();

    public Picture(World world) {
        this.world = world;
    }

    /** Draws everything but what Amazon has. */
    public String draw() {
        return world.arrange(() -> {
            text.append("the in-memory world at ").append(world.now()).append('\n');
            for (RegionStore store : world.regions()) {
                for (AccountId account : accounts(store)) {
                    draw(store, account);
                }
            }
            return text.toString();
        });
    }

    private static Set<AccountId> accounts(RegionStore store) {
        Set<AccountId> accounts = new TreeSet<>();
        store.holdings().forEach(holding -> accounts.add(holding.account()));
        Stream.of(store.images(), store.snapshots(), store.instances())
                .forEach(shelf -> accounts.addAll(shelf.owners()));
        accounts.removeIf(BaseImages.AMAZON::equals);
        return accounts;
    }

    private void draw(RegionStore store, AccountId account) {
        text.append(account).append(" in ").append(store.region()).append('\n');
        list("images", store.images().of(account), Picture::image);
        list("snapshots", store.snapshots().of(account), record -> snapshot(store, record));
        list(
                "instances",
                store.instances().of(account),
                record -> record.instance() + " of " + record.instance().imageId());
        Holding holding = store.of(account);
        list(
                "templates",
                holding.templates().values().stream(),
                template -> template.name() + " " + template.versions());
        list("groups", holding.groups().values().stream(), AutoScalingGroup::toString);
        list("launch configurations", holding.launchConfigurations().values().stream(), LaunchConfiguration::toString);
        list("fleets", holding.fleets().values().stream(), Fleet::toString);
        list(
                "images in the Recycle Bin",
                holding.bin().images().values().stream(),
                kept -> kept.resource().image() + " until " + kept.exitTime());
        list(
                "snapshots in the Recycle Bin",
                holding.bin().snapshots().values().stream(),
                kept -> kept.resource().snapshot() + " until " + kept.exitTime());
    }

    private <T> void list(String what, Stream<T> things, Function<T, String> line) {
        List<T> all = things.toList();
        if (all.isEmpty()) {
            return;
        }
        text.append("  ").append(all.size()).append(' ').append(what).append('\n');
        all.stream()
                .limit(MOST)
                .forEach(one -> text.append("    ").append(line.apply(one)).append('\n'));
        if (all.size() > MOST) {
            text.append("    and ").append(all.size() - MOST).append(" more\n");
        }
    }

    private static String image(ImageRecord record) {
        List<String> words = new ArrayList<>();
        words.add(record.image().toString());
        words.add("on " + record.image().snapshotIds());
        record.image().deprecationTime().ifPresent(time -> words.add("deprecated at " + time));
        record.image().stateReason().ifPresent(reason -> words.add("because " + reason));
        if (!record.permissions().isEmpty()) {
            words.add("shared with " + record.permissions());
        }
        words.add("protection " + record.image().deregistrationProtection());
        if (!record.ownTags().isEmpty()) {
            words.add("tagged " + record.ownTags());
        }
        return String.join(", ", words);
    }

    private static String snapshot(RegionStore store, SnapshotRecord record) {
        List<ImageId> users = store.usersOf(record.snapshotId()).stream()
                .map(ImageRecord::imageId)
                .toList();
        return record.snapshot()
                + (users.isEmpty() ? ", used by no image" : ", used by " + users)
                + (record.permissions().isEmpty() ? "" : ", shared with " + record.permissions())
                + (record.isLocked() ? ", locked" : "");
    }
}
