package jp.kiyome.office.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of value that properties in {@code vml-style.allow} have, by the names used there. */
enum StyleValue {
    /** A number with or without a unit. */
    LENGTH(
            "length",
            "[-+]?([0-9]{1,10}(\\.[0-9]{1,15})?|\\.[0-9]{1,15})(pt|px|in|cm|mm|pc|pi|em|ex|%|PT|PX|IN|CM|MM)?"),
    INTEGER("integer", "[-+]?[0-9]{1,11}"),
    NUMBER("number", "[-+]?([0-9]{1,10}(\\.[0-9]{1,15})?|\\.[0-9]{1,15})"),
    /** Degrees, or 1/65536 of a degree with {@code fd}. */
    ANGLE("angle", "[-+]?([0-9]{1,11}(\\.[0-9]{1,15})?|\\.[0-9]{1,15})(fd|deg)?"),
    /** A part of the whole in 1/65536 with {@code f}, else a number. */
    FRACTION("fraction", "[-+]?([0-9]{1,10}(\\.[0-9]{1,15})?|\\.[0-9]{1,15})(f|%)?"),
    /** A shape of this document by its identifier. */
    SHAPE("shape", "#[A-Za-z0-9_ ]{1,64}"),
    /** Names of fonts with commas between, quoted or not. */
    FONTS(
            "fonts",
            "(\"[\\p{L}\\p{N}\\p{M} ._&+-]{1,64}\"|'[\\p{L}\\p{N}\\p{M} ._&+-]{1,64}'|[\\p{L}\\p{N}\\p{M} ._&+-]{1,64})"
                    + "(,(\"[\\p{L}\\p{N}\\p{M} ._&+-]{1,64}\"|'[\\p{L}\\p{N}\\p{M} ._&+-]{1,64}'|[\\p{L}\\p{N}\\p{M} ._&+-]{1,64})){0,7}");

    private final String name;
    private final Pattern shape;

    StyleValue(String name, String shape) {
        this.name = name;
        this.shape = Pattern.compile(shape);
    }

    static Optional<StyleValue> named(String name) {
        for (StyleValue value : values()) {
            if (value.name.equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    boolean fits(String value) {
        return shape.matcher(value).matches();
    }
}
