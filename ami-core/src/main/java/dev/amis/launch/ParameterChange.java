package dev.amis.launch;

/**
 * One parameter of a launch template that two versions say differently.
 *
 * @param before what the one says, or its length and digest where it must not be shown
 * @param after what the other says, likewise
 */
public record ParameterChange(String before, String after) {

    @Override
    public String toString() {
        return before + " -> " + after;
    }
}
