package dev.amis.model;

import java.util.regex.Pattern;

/**
 * The ARN of an organizational unit, as launch permissions need it; it includes nested units and their accounts.
 *
 * @param value {@code arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-ab12-abcdefgh}
 */
public record OrganizationalUnitArn(String value) {

    private static final Pattern SHAPE = Pattern.compile(
            "arn:aws(?:-[a-z]+)*:organizations::\\d{12}:ou/o-[a-z0-9]{10,32}/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");

    /**
     * Wraps an ARN.
     *
     * @throws IllegalArgumentException if it is not the full ARN of a unit; EC2 takes no bare {@code ou-…} id
     */
    public OrganizationalUnitArn {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("OrganizationalUnitArn is '" + value + "', but must be the full ARN"
                    + " 'arn:aws:organizations::<management account>:ou/o-…/ou-…'");
        }
    }

    /**
     * Wraps an ARN.
     *
     * @param value the full ARN
     * @return the ARN
     * @throws IllegalArgumentException if it is not the full ARN of an organizational unit
     */
    public static OrganizationalUnitArn of(String value) {
        return new OrganizationalUnitArn(value);
    }

    /**
     * Tells whether the unit belongs to a partition; what lives in one partition cannot be shared with another.
     *
     * @param partition a partition
     * @return whether the ARN names it
     */
    public boolean isIn(Partition partition) {
        return value.startsWith("arn:" + partition.id() + ":");
    }

    @Override
    public String toString() {
        return value;
    }
}
