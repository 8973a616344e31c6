package dev.amis.naming;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One of several words.
 *
 * @param words the words as the pattern lists them
 * @param byLength the same words, shorter ones first, so that ends are found in rising order
 */
record ChoiceType(List<String> words, List<String> byLength) implements PartType {

    static ChoiceType of(List<String> words) {
        return new ChoiceType(
                List.copyOf(words),
                words.stream().sorted(Comparator.comparingInt(String::length)).toList());
    }

    @Override
    public int end(String name, int start, int from) {
        for (String word : byLength) {
            if (start + word.length() >= from && name.startsWith(word, start)) {
                return start + word.length();
            }
        }
        return -1;
    }

    @Override
    public String expectation() {
        return "one of " + String.join(", ", words);
    }

    @Override
    public Optional<String> whyNot(String value) {
        return words.contains(value) ? Optional.empty() : Optional.of("'" + value + "' is not " + expectation());
    }

    @Override
    public int minLength() {
        return byLength.get(0).length();
    }

    @Override
    public int maxLength() {
        return byLength.get(byLength.size() - 1).length();
    }

    @Override
    public boolean moving() {
        return false;
    }
}
