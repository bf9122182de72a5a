package jp.kiyome.image.svg;

import java.util.List;

/** A part of a value in CSS (CSS Syntax 3 §5). Immutable. */
sealed interface Component {

    /** A name, as it was written. */
    record Word(String text) implements Component {}

    /** A number with its unit, lower case; {@code %} for percentages, empty for none. */
    record Measure(double number, String unit) implements Component {}

    /** What follows a number sign. */
    record Hash(String text) implements Component {}

    /** Text in quotes. */
    record Quoted(String text) implements Component {}

    /** {@code url(...)}. */
    record Link(String target) implements Component {}

    /** A function with everything in its brackets. */
    record Call(String name, List<Component> arguments) implements Component {}

    /** A comma, a slash, or another single character. */
    record Mark(char sign) implements Component {}
}
