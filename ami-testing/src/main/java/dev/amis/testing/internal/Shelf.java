package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind in one Region, found by id and listed account by account in the order they came.
 *
 * <p>A place on the shelf is never given to another resource, so a position in a listing stays good whatever comes and
 * goes meanwhile: nothing that stays is listed twice or left out.
 */
final class Shelf<R extends Resource> {

    private static final class Row<R> {
        private final AccountId owner;
        private final List<@Nullable R> slots = new ArrayList<>();
        private int taken;

        private Row(AccountId owner) {
            this.owner = owner;
        }
    }

    private final Map<String, R> byId = new HashMap<>();
    private final Map<AccountId, Row<R>> byOwner = new LinkedHashMap<>();
    private final List<Row<R>> rows = new ArrayList<>();

    Optional<R> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The resources of all accounts. */
    Stream<R> all() {
        return byId.values().stream();
    }

    Set<AccountId> owners() {
        return byOwner.keySet();
    }

    /** How many resources an account has here. */
    int count(AccountId owner) {
        Row<R> row = byOwner.get(owner);
        return row == null ? 0 : row.taken;
    }

    /** The resources of an account, in the order they came. */
    Stream<R> of(AccountId owner) {
        Row<R> row = byOwner.get(owner);
        return row == null ? Stream.empty() : row.slots.stream().filter(Objects::nonNull);
    }

    void add(R resource) {
        if (byId.putIfAbsent(resource.id(), resource) != null) {
            throw new IllegalArgumentException(resource.id() + " is there already");
        }
        Row<R> row = byOwner.computeIfAbsent(resource.owner(), owner -> {
            Row<R> created = new Row<>(owner);
            rows.add(created);
            return created;
        });
        resource.place(row.slots.size());
        row.slots.add(resource);
        row.taken++;
    }

    void remove(R resource) {
        Row<R> row = byOwner.get(resource.owner());
        if (row != null && byId.remove(resource.id()) != null) {
            row.slots.set(resource.place(), null);
            row.taken--;
        }
    }

    /** Looks along the shelf from a position until enough is found; the position to go on from is empty at the end. */
    <T> Found<T> look(Position from, int most, Predicate<AccountId> owners, Function<R, Optional<T>> look) {
        List<T> found = new ArrayList<>();
        for (int r = from.row(); r < rows.size(); r++) {
            Row<R> row = rows.get(r);
            if (!owners.test(row.owner)) {
                continue;
            }
            for (int s = r == from.row() ? from.slot() : 0; s < row.slots.size(); s++) {
                R resource = row.slots.get(s);
                if (resource == null) {
                    continue;
                }
                if (found.size() == most) {
                    return new Found<>(found, Optional.of(new Position(r, s)));
                }
                look.apply(resource).ifPresent(found::add);
            }
        }
        return new Found<>(found, Optional.empty());
    }

    /** A place on the shelf. */
    record Position(int row, int slot) {
        static final Position START = new Position(0, 0);
    }

    /** What was found, and where to go on. */
    record Found<T>(List<T> items, Optional<Position> next) {}
}
