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
        return value.length() == 12 && value.chars().allMatch(c -> c >= '0' && c <= '9');
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
