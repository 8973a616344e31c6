package dev.amis.model;

import java.util.regex.Pattern;

/** A separate world of AWS Regions: images and ARNs never cross from one partition to another by copying or sharing. */
public enum Partition {
    /** The commercial Regions. */
    AWS("aws", "(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\\d+", "amazonaws.com"),
    /** The Regions in China. */
    AWS_CN("aws-cn", "cn-[a-z]+-\\d+", "amazonaws.com.cn"),
    /** The Regions for the government of the United States. */
    AWS_US_GOV("aws-us-gov", "us-gov-[a-z]+-\\d+", "amazonaws.com"),
    /** The isolated Regions of the first kind. */
    AWS_ISO("aws-iso", "us-iso-[a-z]+-\\d+", "c2s.ic.gov"),
    /** The isolated Regions of the second kind. */
    AWS_ISO_B("aws-iso-b", "us-isob-[a-z]+-\\d+", "sc2s.sgov.gov"),
    /** The isolated Regions in Europe. */
    AWS_ISO_E("aws-iso-e", "eu-isoe-[a-z]+-\\d+", "cloud.adc-e.uk"),
    /** The isolated Regions of the fourth kind. */
    AWS_ISO_F("aws-iso-f", "us-isof-[a-z]+-\\d+", "csp.hci.ic.gov"),
    /** The European sovereign cloud. */
    AWS_EUSC("aws-eusc", "eusc-de-[a-z]+-\\d+", "amazonaws.eu");

    private final String id;
    private final Pattern regions;
    private final String dnsSuffix;

    Partition(String id, String regions, String dnsSuffix) {
        this.id = id;
        this.regions = Pattern.compile(regions);
        this.dnsSuffix = dnsSuffix;
    }

    /**
     * The name that ARNs of this partition carry.
     *
     * @return for example {@code aws} or {@code aws-cn}
     */
    public String id() {
        return id;
    }

    /**
     * The end of the host names of this partition.
     *
     * @return for example {@code amazonaws.com}
     */
    public String dnsSuffix() {
        return dnsSuffix;
    }

    /**
     * The partition a Region belongs to; a Region of a shape unknown so far counts as commercial.
     *
     * @param region a Region
     * @return its partition
     */
    static Partition of(Region region) {
        for (Partition partition : values()) {
            if (partition.regions.matcher(region.value()).matches()) {
                return partition;
            }
        }
        return AWS;
    }
}
