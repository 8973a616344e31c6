package dev.amis.model;

/**
 * The number of an AWS account, kept as text because leading zeros count.
 *
 * @param value exactly 12 digits
 */
public record AccountId(String value) implements Comparable<AccountId> {

    /**
     * Wraps an account number.
     *
     * @throws IllegalArgumentException if the text is not exactly 12 digits
     */
    public AccountId {
        if (!fits(value)) {
            throw new IllegalArgumentException("AccountId is '" + value + "', but must be exactly 12 digits");
        }
    }

    /**
     * Wraps an account number.
     *
     * @param value exactly 12 digits
     * @return the account id
     * @throws IllegalArgumentException if the text is not exactly 12 digits
     */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    static boolean fits(String value) {
        boolean fits = value.length() == 12;
        for (int i = 0; fits && i < value.length(); i++) {
            fits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        return fits;
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
