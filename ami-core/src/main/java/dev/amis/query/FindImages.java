package dev.amis.query;

import dev.amis.internal.Session;
import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.spi.ImageOwner;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The beginning of a search: whose images. There is no search without it, because anyone can give an image any name, and
 * taking the newest of a name from anywhere has brought strangers' images into production.
 */
public final class FindImages {

    private final Session session;

    /**
     * Begins a search; {@code Amis.find()} does it.
     *
     * @param session the account
     */
    @SuppressWarnings("exports")
    public FindImages(Session session) {
        this.session = session;
    }

    /**
     * Looks at the calling account's own images.
     *
     * @return the search, to be narrowed
     */
    public ImageQuery ownedBySelf() {
        return ownedBy(ImageOwner.SELF);
    }

    /**
     * Looks at images of accounts, as far as the calling account may launch them.
     *
     * @param account an account
     * @param more further accounts, any of which will do
     * @return the search, to be narrowed
     */
    public ImageQuery ownedBy(AccountId account, AccountId... more) {
        return search(ImageCriteria.builder().addAllOwners(owners(account, more)));
    }

    /**
     * Looks at images of owners of any kind.
     *
     * @param owner an account or well-known owner
     * @param more further owners, any of which will do
     * @return the search, to be narrowed
     */
    public ImageQuery ownedBy(ImageOwner owner, ImageOwner... more) {
        return search(ImageCriteria.builder().addOwner(owner).addAllOwners(Arrays.asList(more)));
    }

    /**
     * Looks at the official images of Amazon and its verified partners.
     *
     * @return the search, to be narrowed
     */
    public ImageQuery ownedByAmazon() {
        return ownedBy(ImageOwner.AMAZON);
    }

    /**
     * Looks at images of the AWS Marketplace.
     *
     * @return the search, to be narrowed
     */
    public ImageQuery ownedByMarketplace() {
        return ownedBy(ImageOwner.AWS_MARKETPLACE);
    }

    /**
     * Looks at images that others shared with the calling account, directly or through its organization. Anyone can share
     * anything with anyone: prefer {@link #sharedWithMeBy} where the owner is known.
     *
     * @return the search, to be narrowed
     */
    public ImageQuery sharedWithMe() {
        return search(ImageCriteria.builder().addExecutableUser("self"));
    }

    /**
     * Looks at images that certain accounts shared with the calling account, directly or through its organization.
     *
     * @param account an account
     * @param more further accounts, any of which will do
     * @return the search, to be narrowed
     */
    public ImageQuery sharedWithMeBy(AccountId account, AccountId... more) {
        return search(ImageCriteria.builder().addExecutableUser("self").addAllOwners(owners(account, more)));
    }

    /**
     * Looks at the public images of accounts.
     *
     * @param account an account
     * @param more further accounts, any of which will do
     * @return the search, to be narrowed
     */
    public ImageQuery publicImagesOf(AccountId account, AccountId... more) {
        return search(ImageCriteria.builder().addExecutableUser("all").addAllOwners(owners(account, more)));
    }

    /**
     * Looks at images by their ids, whosever they are, deprecated and disabled ones included. An id that is unknown or not
     * visible is no error here; only {@code latest()} and {@code one()} insist.
     *
     * @param ids the ids; none of them means no image, and no call
     * @return the search, to be narrowed
     */
    public ImageQuery byId(ImageId... ids) {
        return byId(Arrays.asList(ids));
    }

    /**
     * Looks at images by their ids, whosever they are, deprecated and disabled ones included. An id that is unknown or not
     * visible is no error here; only {@code latest()} and {@code one()} insist.
     *
     * @param ids the ids, any number; none of them means no image, and no call
     * @return the search, to be narrowed
     */
    public ImageQuery byId(Collection<ImageId> ids) {
        return search(ImageCriteria.builder()
                .imageIds(Optional.of(ids.stream().distinct().toList()))
                .includingDeprecated(true)
                .includingDisabled(true));
    }

    private ImageQuery search(ImageCriteria.Builder criteria) {
        return new ImageQuery(session, criteria.build());
    }

    private static List<ImageOwner> owners(AccountId account, AccountId... more) {
        return Stream.concat(Stream.of(account), Arrays.stream(more))
                .map(ImageOwner::of)
                .toList();
    }
}
