package jp.kiyome.image.svg;

import java.util.Optional;

/** Lets names be, as long as they are words. Stateless. */
final class RawNames implements Names {

    private static final int LONGEST = 256;

    @Override
    public Optional<String> given(Kind kind, String name) {
        boolean word = !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().noneMatch(c -> c <= ' ' || "\"'()\\,;{}<>#".indexOf(c) >= 0);
        return word ? Optional.of(name) : Optional.empty();
    }

    @Override
    public Optional<String> referred(Kind kind, String name) {
        return given(kind, name);
    }
}
