package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code DescribeImages}. */
final class DescribingImages {

    private static final Set<String> ALIASES = Set.of("amazon", "aws-marketplace", "aws-backup-vault");

    private final World world;
    private final Images images;
    private final Paging paging;

    DescribingImages(World world, Images images) {
        this.world = world;
        this.images = images;
        this.paging = new Paging(world);
    }

    Page<Image> describe(Call call, DescribeImagesRequest request, boolean anyOwner) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(1, 1_000);
        Set<String> owners = anyOwner ? Set.of() : owners(call, request.owners());
        Predicate<ImageRecord> users = launchableBy(call, request.executableUsers());
        Predicate<Image> filter = ImageFilters.ALL.compile(request.filters());
        world.permit(call);
        Predicate<ImageRecord> asked = users.and(record -> owners.isEmpty() || isOneOf(owners, record));
        if (!request.imageIds().isEmpty()) {
            return Page.only(paging.ordered(byIds(call, request.imageIds(), asked, filter)));
        }
        boolean wholeRows = owners.stream().noneMatch(ALIASES::contains);
        Predicate<AccountId> rows = account -> owners.isEmpty() || !wholeRows || owners.contains(account.value());
        Instant now = world.now();
        Function<ImageRecord, Optional<Image>> look = record -> Optional.of(record)
                .filter(one -> isListed(call, one, request, now) && asked.test(one))
                .map(one -> one.seenBy(call.account()))
                .filter(filter)
                .filter(image -> !record.missedAt(now));
        return withDeparted(call, paging.page(world.in(call.region()).images(), ask, rows, look), look);
    }

    /** What was deregistered a moment ago may still be listed, at the end of the last page. */
    private Page<Image> withDeparted(Call call, Page<Image> page, Function<ImageRecord, Optional<Image>> look) {
        Collection<Departed> gone = world.in(call.region()).gone().values();
        if (page.nextToken().isPresent() || gone.isEmpty()) {
            return page;
        }
        List<Image> items = new ArrayList<>(page.items());
        for (Departed departed : gone) {
            look.apply(departed.asItWas())
                    .filter(image -> departed.isShownAt(world.now()))
                    .ifPresent(items::add);
        }
        return new Page<>(items, Optional.empty());
    }

    private List<Image> byIds(Call call, List<ImageId> ids, Predicate<ImageRecord> asked, Predicate<Image> filter) {
        List<ImageId> unknown = new ArrayList<>();
        List<Image> found = new ArrayList<>();
        for (ImageId id : new HashSet<>(ids).size() == ids.size()
                ? ids
                : ids.stream().distinct().toList()) {
            Optional<ImageRecord> record = images.seen(call, id).or(() -> images.stillShown(call, id));
            if (record.isEmpty() && !images.isStillRemembered(call, id)) {
                unknown.add(id);
            }
            record.filter(asked)
                    .map(one -> one.seenBy(call.account()))
                    .filter(filter)
                    .ifPresent(found::add);
        }
        if (!unknown.isEmpty()) {
            throw Images.notFound(unknown);
        }
        return found;
    }

    /** The owner sees its deprecated images anyway; only the owner sees disabled ones, and only if it asks for them. */
    private boolean isListed(Call call, ImageRecord record, DescribeImagesRequest request, Instant now) {
        if (!images.visibility().isSeenBy(call.account(), record)) {
            return false;
        }
        if (record.is(ImageState.DISABLED) && !request.includeDisabled()) {
            return false;
        }
        return record.isOwnedBy(call.account())
                || request.includeDeprecated()
                || !record.image().isDeprecatedAt(now);
    }

    private static boolean isOneOf(Set<String> owners, ImageRecord record) {
        return owners.contains(record.owner().value())
                || record.image()
                        .ownerAlias()
                        .filter(alias -> owners.contains(alias.value()))
                        .isPresent();
    }

    private static Set<String> owners(Call call, List<ImageOwner> named) {
        Set<String> owners = new HashSet<>();
        for (ImageOwner owner : named) {
            if (owner.equals(ImageOwner.SELF)) {
                owners.add(call.account().value());
            } else if (ALIASES.contains(owner.value())) {
                owners.add(owner.value());
            } else {
                owners.add(World.requireAccount(owner.value()).value());
            }
        }
        return owners;
    }

    /** For the caller also what it has by its organization; for another account only what names it directly. */
    private Predicate<ImageRecord> launchableBy(Call call, List<String> users) {
        Predicate<ImageRecord> any = record -> users.isEmpty();
        for (String user : users) {
            if (user.equals("all")) {
                any = any.or(Visibility::isPublic);
            } else if (user.equals("self") || user.equals(call.account().value())) {
                any = any.or(record -> images.visibility().isSharedWith(call.account(), record));
            } else {
                AccountId other = World.requireAccount(user);
                any = any.or(record -> Visibility.isDirectlySharedWith(other, record));
            }
        }
        return any;
    }
}
