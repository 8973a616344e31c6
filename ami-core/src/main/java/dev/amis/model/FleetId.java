package dev.amis.model;

/**
 * The id of a Spot Fleet request, such as {@code sfr-73fbd2ce-aa30-494c-8788-1cee4example}, or of an EC2 Fleet, such as
 * {@code fleet-73fbd2ce-aa30-494c-8788-1cee4example}.
 *
 * @param value the id as EC2 writes it
 */
public record FleetId(String value) implements Comparable<FleetId> {

    private static final String SPOT = "sfr-";
    private static final String EC2 = "fleet-";

    /**
     * Wraps an id.
     *
     * @throws IllegalArgumentException if the text has neither prefix, or nothing behind it
     */
    public FleetId {
        boolean fits = (value.startsWith(SPOT) && value.length() > SPOT.length())
                || (value.startsWith(EC2) && value.length() > EC2.length());
        if (!fits) {
            throw new IllegalArgumentException("FleetId is '" + value + "', but must begin with 'sfr-' or 'fleet-'");
        }
    }

    /**
     * Wraps an id.
     *
     * @param value the id as EC2 writes it
     * @return the id
     * @throws IllegalArgumentException if the text has neither prefix, or nothing behind it
     */
    public static FleetId of(String value) {
        return new FleetId(value);
    }

    /**
     * Tells the two kinds apart.
     *
     * @return whether it is of a Spot Fleet request rather than of an EC2 Fleet
     */
    public boolean isSpotFleetRequest() {
        return value.startsWith(SPOT);
    }

    @Override
    public int compareTo(FleetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
