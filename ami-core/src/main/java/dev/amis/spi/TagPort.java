package dev.amis.spi;

/**
 * Tags of the resources of one Region.
 */
public interface TagPort {

    /**
     * Calls {@code CreateTags}. Repeating it changes nothing.
     *
     * @param request what to set
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.QuotaExceededException if a resource would have more than 50
     */
    void createTags(CreateTagsRequest request);

    /**
     * Calls {@code DeleteTags}. Repeating it changes nothing.
     *
     * @param request what to remove
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     */
    void deleteTags(DeleteTagsRequest request);
}
