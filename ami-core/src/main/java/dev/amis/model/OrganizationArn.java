package dev.amis.model;

import java.util.regex.Pattern;

/**
 * The ARN of an AWS organization, as launch permissions need it; the account in it is the management account.
 *
 * @param value {@code arn:aws:organizations::123456789012:organization/o-abcdefghij}
 */
public record OrganizationArn(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("arn:aws(?:-[a-z]+)*:organizations::\\d{12}:organization/o-[a-z0-9]{10,32}");

    /**
     * Wraps an ARN.
     *
     * @throws IllegalArgumentException if it is not the full ARN of an organization; EC2 takes no bare {@code o-…} id
     */
    public OrganizationArn {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("OrganizationArn is '" + value + "', but must be the full ARN"
                    + " 'arn:aws:organizations::<management account>:organization/o-…'");
        }
    }

    /**
     * Wraps an ARN.
     *
     * @param value the full ARN
     * @return the ARN
     * @throws IllegalArgumentException if it is not the full ARN of an organization
     */
    public static OrganizationArn of(String value) {
        return new OrganizationArn(value);
    }

    /**
     * Tells whether the organization belongs to a partition; what lives in one partition cannot be shared with another.
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
