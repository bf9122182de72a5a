package jp.kiyome.cad.part21;

import java.util.List;
import java.util.function.LongConsumer;

/** A parameter (ISO 10303-21, 5.5). */
public sealed interface Value {

    /** An integer or a real, as checked digits. */
    record Numeral(String digits) implements Value {}

    /** A string, decoded. */
    record Text(String text) implements Value {}

    /** An enumeration value, without its dots. */
    record Enumeration(String name) implements Value {}

    /** A reference to an instance. */
    record Reference(long id) implements Value {}

    /** {@code $}: not given. */
    record Unset() implements Value {}

    /** {@code *}: derived elsewhere. */
    record Derived() implements Value {}

    /** A list. */
    record Items(List<Value> items) implements Value {}

    /** A value with its type before it. */
    record Typed(String type, Value value) implements Value {}

    /** Names every instance referred to. */
    default void references(LongConsumer ids) {
        switch (this) {
            case Reference(long id) -> ids.accept(id);
            case Items(List<Value> items) -> items.forEach(item -> item.references(ids));
            case Typed(String type, Value value) -> value.references(ids);
            case Numeral number -> {}
            case Text text -> {}
            case Enumeration name -> {}
            case Unset unset -> {}
            case Derived derived -> {}
        }
    }
}
