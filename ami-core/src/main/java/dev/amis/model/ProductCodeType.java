package dev.amis.model;

/**
 * The kind of a product code. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record ProductCodeType(String value) {

    /** devpay. */
    public static final ProductCodeType DEVPAY = new ProductCodeType("devpay");

    /** marketplace. */
    public static final ProductCodeType MARKETPLACE = new ProductCodeType("marketplace");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ProductCodeType {
        Checks.notBlank("ProductCodeType", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static ProductCodeType of(String value) {
        return new ProductCodeType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
