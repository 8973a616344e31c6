package dev.amis.model;

/**
 * A product whose terms an image carries.
 *
 * @param code the product's code
 * @param type {@link ProductCodeType#MARKETPLACE} or {@link ProductCodeType#DEVPAY}
 */
public record ProductCode(String code, ProductCodeType type) {}
