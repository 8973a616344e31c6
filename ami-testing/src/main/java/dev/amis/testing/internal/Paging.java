package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.spi.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Cuts listings into pages. A token is a place on the shelf, so it outlives changes made between two pages. */
final class Paging {

    /**
     * Which page is asked for.
     *
     * @param maxResults the size that was asked for, checked already
     * @param nextToken the page to go on with
     */
    record Ask(OptionalInt maxResults, Optional<String> nextToken) {

        /** Refuses a page size that EC2 refuses. */
        Ask within(int least, int most) {
            if (maxResults.isPresent() && (maxResults.getAsInt() < least || maxResults.getAsInt() > most)) {
                throw new Ec2Error(
                        "InvalidParameterValue",
                        "Value ( " + maxResults.getAsInt() + " ) for parameter maxResults is invalid. Expecting a value"
                                + " between " + least + " and " + most + ".");
            }
            return this;
        }
    }

    private record Mark(Shelf.Position position, boolean afterEmpty) {}

    private final World world;

    Paging(World world) {
        this.world = world;
    }

    <R extends Resource, T> Page<T> page(
            Shelf<R> shelf, Ask ask, Predicate<AccountId> owners, Function<R, Optional<T>> look) {
        Mark mark = ask.nextToken().map(Paging::parse).orElse(new Mark(Shelf.Position.START, false));
        boolean paged = ask.maxResults().isPresent() || ask.nextToken().isPresent();
        if (paged && world.dials().emptyPages() && !mark.afterEmpty()) {
            return new Page<>(List.of(), Optional.of(print(new Mark(mark.position(), true))));
        }
        int most = paged ? Math.min(ask.maxResults().orElse(world.pageSize()), world.pageSize()) : Integer.MAX_VALUE;
        Shelf.Found<T> found = shelf.look(mark.position(), most, owners, look);
        return new Page<>(ordered(found.items()), found.next().map(next -> print(new Mark(next, false))));
    }

    /** A page of a list that is short enough to be made anew for each page. */
    <T> Page<T> page(List<T> all, Ask ask) {
        Mark mark = ask.nextToken().map(Paging::parse).orElse(new Mark(Shelf.Position.START, false));
        boolean paged = ask.maxResults().isPresent() || ask.nextToken().isPresent();
        if (paged && world.dials().emptyPages() && !mark.afterEmpty()) {
            return new Page<>(List.of(), Optional.of(print(new Mark(mark.position(), true))));
        }
        int start = mark.position().slot();
        int size = Math.min(ask.maxResults().orElse(world.pageSize()), world.pageSize());
        int end = (int) Math.min(all.size(), (long) start + size);
        List<T> items = all.subList(Math.min(start, all.size()), end);
        Optional<String> next =
                end < all.size() ? Optional.of(print(new Mark(new Shelf.Position(0, end), false))) : Optional.empty();
        return new Page<>(ordered(items), next);
    }

    <T> List<T> ordered(List<T> items) {
        if (!world.dials().shuffled()) {
            return items;
        }
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(world.dials().luck().nextLong()));
        return shuffled;
    }

    private static String print(Mark mark) {
        String text = mark.position().row() + "." + mark.position().slot() + (mark.afterEmpty() ? ".e" : ".p");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Mark parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            String[] parts = text.split("\\.", 3);
            int row = Integer.parseInt(parts[0]);
            int slot = Integer.parseInt(parts[1]);
            if (row < 0 || slot < 0) {
                throw new IllegalArgumentException(text);
            }
            return new Mark(new Shelf.Position(row, slot), parts[2].equals("e"));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw new Ec2Error("InvalidNextToken", "The token '" + token + "' is invalid");
        }
    }
}
