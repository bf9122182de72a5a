package jp.kiyome.bridge.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of JSON (RFC 8259). A number that Java cannot hold exactly is the nearest one; none is infinite. */
public sealed interface Json {

    /**
     * An object.
     *
     * @param members in their order
     */
    record Members(Map<String, Json> members) implements Json {}

    record Items(List<Json> items) implements Json {}

    record Text(String text) implements Json {}

    @SuppressWarnings("AvoidCommonTypeNames") // the word of RFC 8259
    record Number(double value) implements Json {}

    record Truth(boolean value) implements Json {}

    record Nothing() implements Json {}

    /** The member of that name; empty when there is none, or when this has no members. */
    default Optional<Json> get(String name) {
        return this instanceof Members members
                ? Optional.ofNullable(members.members().get(name))
                : Optional.empty();
    }

    /** The number that stands under a name. */
    default Optional<Double> number(String name) {
        return get(name)
                .flatMap(value -> value instanceof Number number ? Optional.of(number.value()) : Optional.empty());
    }

    /** The text that stands under a name. */
    default Optional<String> text(String name) {
        return get(name).flatMap(value -> value instanceof Text text ? Optional.of(text.text()) : Optional.empty());
    }

    /** What is true or false under a name. */
    default Optional<Boolean> truth(String name) {
        return get(name).flatMap(value -> value instanceof Truth truth ? Optional.of(truth.value()) : Optional.empty());
    }

    /** The items under a name; none when there is no list. */
    default List<Json> items(String name) {
        return get(name)
                .map(value -> value instanceof Items items ? items.items() : List.<Json>of())
                .orElse(List.of());
    }
}
