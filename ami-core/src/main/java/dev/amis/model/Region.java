package dev.amis.model;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AWS Region, such as {@code eu-west-1}. Any well-formed Region is accepted, so that a new one needs no new release;
 * an Availability Zone ({@code us-east-1a}) or Local Zone ({@code us-west-2-lax-1a}) is not a Region and is refused.
 *
 * @param value the Region's id
 */
public record Region(String value) implements Comparable<Region>, Serializable {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d+");
    private static final Pattern ZONE = Pattern.compile("(" + SHAPE + ")([a-z]|-[a-z0-9-]+)");

    /** us-east-1. */
    public static final Region US_EAST_1 = new Region("us-east-1");

    /** us-east-2. */
    public static final Region US_EAST_2 = new Region("us-east-2");

    /** us-west-1. */
    public static final Region US_WEST_1 = new Region("us-west-1");

    /** us-west-2. */
    public static final Region US_WEST_2 = new Region("us-west-2");

    /** af-south-1. */
    public static final Region AF_SOUTH_1 = new Region("af-south-1");

    /** ap-east-1. */
    public static final Region AP_EAST_1 = new Region("ap-east-1");

    /** ap-east-2. */
    public static final Region AP_EAST_2 = new Region("ap-east-2");

    /** ap-northeast-1. */
    public static final Region AP_NORTHEAST_1 = new Region("ap-northeast-1");

    /** ap-northeast-2. */
    public static final Region AP_NORTHEAST_2 = new Region("ap-northeast-2");

    /** ap-northeast-3. */
    public static final Region AP_NORTHEAST_3 = new Region("ap-northeast-3");

    /** ap-south-1. */
    public static final Region AP_SOUTH_1 = new Region("ap-south-1");

    /** ap-south-2. */
    public static final Region AP_SOUTH_2 = new Region("ap-south-2");

    /** ap-southeast-1. */
    public static final Region AP_SOUTHEAST_1 = new Region("ap-southeast-1");

    /** ap-southeast-2. */
    public static final Region AP_SOUTHEAST_2 = new Region("ap-southeast-2");

    /** ap-southeast-3. */
    public static final Region AP_SOUTHEAST_3 = new Region("ap-southeast-3");

    /** ap-southeast-4. */
    public static final Region AP_SOUTHEAST_4 = new Region("ap-southeast-4");

    /** ap-southeast-5. */
    public static final Region AP_SOUTHEAST_5 = new Region("ap-southeast-5");

    /** ap-southeast-6. */
    public static final Region AP_SOUTHEAST_6 = new Region("ap-southeast-6");

    /** ap-southeast-7. */
    public static final Region AP_SOUTHEAST_7 = new Region("ap-southeast-7");

    /** ca-central-1. */
    public static final Region CA_CENTRAL_1 = new Region("ca-central-1");

    /** ca-west-1. */
    public static final Region CA_WEST_1 = new Region("ca-west-1");

    /** eu-central-1. */
    public static final Region EU_CENTRAL_1 = new Region("eu-central-1");

    /** eu-central-2. */
    public static final Region EU_CENTRAL_2 = new Region("eu-central-2");

    /** eu-north-1. */
    public static final Region EU_NORTH_1 = new Region("eu-north-1");

    /** eu-south-1. */
    public static final Region EU_SOUTH_1 = new Region("eu-south-1");

    /** eu-south-2. */
    public static final Region EU_SOUTH_2 = new Region("eu-south-2");

    /** eu-west-1. */
    public static final Region EU_WEST_1 = new Region("eu-west-1");

    /** eu-west-2. */
    public static final Region EU_WEST_2 = new Region("eu-west-2");

    /** eu-west-3. */
    public static final Region EU_WEST_3 = new Region("eu-west-3");

    /** il-central-1. */
    public static final Region IL_CENTRAL_1 = new Region("il-central-1");

    /** me-central-1. */
    public static final Region ME_CENTRAL_1 = new Region("me-central-1");

    /** me-south-1. */
    public static final Region ME_SOUTH_1 = new Region("me-south-1");

    /** mx-central-1. */
    public static final Region MX_CENTRAL_1 = new Region("mx-central-1");

    /** sa-east-1. */
    public static final Region SA_EAST_1 = new Region("sa-east-1");

    /** cn-north-1. */
    public static final Region CN_NORTH_1 = new Region("cn-north-1");

    /** cn-northwest-1. */
    public static final Region CN_NORTHWEST_1 = new Region("cn-northwest-1");

    /** us-gov-east-1. */
    public static final Region US_GOV_EAST_1 = new Region("us-gov-east-1");

    /** us-gov-west-1. */
    public static final Region US_GOV_WEST_1 = new Region("us-gov-west-1");

    /**
     * Wraps a Region's id.
     *
     * @throws IllegalArgumentException if the text is not a Region's id; the message names the Region that a zone belongs to
     */
    public Region {
        if (!fits(value)) {
            throw new IllegalArgumentException("Region is '" + value + "', but " + rule(value));
        }
    }

    /**
     * Wraps a Region's id.
     *
     * @param value for example {@code eu-west-1}
     * @return the Region
     * @throws IllegalArgumentException if the text is not a Region's id
     */
    public static Region of(String value) {
        return new Region(value);
    }

    static boolean fits(String value) {
        return SHAPE.matcher(value).matches();
    }

    /**
     * The partition this Region belongs to.
     *
     * @return the partition; commercial for a Region of a shape unknown so far
     */
    public Partition partition() {
        return Partition.of(this);
    }

    private static String rule(String value) {
        Matcher zone = ZONE.matcher(value);
        if (!zone.matches()) {
            return "must look like 'eu-west-1'";
        }
        String kind = zone.group(3).startsWith("-") ? "a Local or Wavelength Zone" : "an Availability Zone";
        return "that is " + kind + "; its Region is '" + zone.group(1) + "'";
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
