package jp.kiyome.docuworks.tree;

import java.util.Arrays;

/**
 * One attribute of an object.
 *
 * @param kind the class of its tag; private ones refer to an entry
 * @param number of its tag
 * @param name of one that has a name; else empty
 * @param type of one that has a name: 2 a number, 4 text or bytes, 107 a pair
 * @param index of a name that stands for several; -1 for none
 * @param value nobody's but the attribute's
 */
@SuppressWarnings("ArrayRecordComponent")
public record Attribute(int kind, int number, String name, long type, long index, byte[] value) {

    public boolean named() {
        return !name.isEmpty();
    }

    public Attribute with(int otherKind, byte[] other) {
        return new Attribute(otherKind, number, name, type, index, other);
    }

    /** How findings call it. */
    public String label() {
        return named() ? name : Integer.toString(number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attribute that
                && kind == that.kind
                && number == that.number
                && name.equals(that.name)
                && type == that.type
                && index == that.index
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * number + Arrays.hashCode(value);
    }
}
