package dev.amis.spi;

/**
 * The id of an image usage report.
 *
 * @param value the id as EC2 writes it
 */
public record ImageUsageReportId(String value) {

    /**
     * Wraps an id.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ImageUsageReportId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ImageUsageReportId is '" + value + "', but must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
