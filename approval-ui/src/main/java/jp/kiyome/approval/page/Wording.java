package jp.kiyome.approval.page;

import java.util.Optional;
import java.util.stream.Stream;

/** What words in an address mean, where a page has a list to choose from. Stateless. */
final class Wording {

    private Wording() {}

    /** The constant of this name; empty for any other word. */
    static <E extends Enum<E>> Optional<E> constant(E[] all, String word) {
        return Stream.of(all).filter(one -> one.name().equals(word)).findFirst();
    }
}
