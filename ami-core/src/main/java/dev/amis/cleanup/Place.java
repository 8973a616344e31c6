package dev.amis.cleanup;

/**
 * Where an image stands in its family.
 *
 * @param rank 1 for the newest available image, 2 for the next; 0 for one that is not available
 * @param isPrevious whether it is the one to roll back to
 */
record Place(int rank, boolean isPrevious) {

    /** Of what is asked before the family is known. */
    static final Place UNKNOWN = new Place(0, false);
}
