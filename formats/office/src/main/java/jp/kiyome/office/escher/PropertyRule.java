package jp.kiyome.office.escher;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.office.record.Values;

/** What may stand in a property of a shape. */
sealed interface PropertyRule {

    /** Elements of two numbers of two bytes each ([MS-ODRAW] 2.2.51). */
    int SHORT = 0xFFF0;

    record Numeric(Values values) implements PropertyRule {}

    /** Switches below, and above them which of the switches are set. */
    record Flags(int bits) implements PropertyRule {}

    record Shape() implements PropertyRule {}

    record Picture() implements PropertyRule {}

    /** Numbers behind the properties; each element has one of these sizes in bytes. */
    record Array(Set<Integer> sizes) implements PropertyRule {

        public Array {
            sizes = Set.copyOf(sizes);
        }
    }

    record Name() implements PropertyRule {}

    record Host() implements PropertyRule {}

    record Drop(String code) implements PropertyRule {}

    /** Reads the words behind a property's name. */
    static PropertyRule parse(List<String> words) {
        String kind = words.getFirst();
        if (kind.startsWith("flags&")) {
            return new Flags(Integer.decode(kind.substring(6)));
        }
        if (kind.startsWith("array(")) {
            Set<Integer> sizes = new HashSet<>();
            for (String size : kind.substring(6, kind.length() - 1).split(",", -1)) {
                sizes.add(size.equals("short") ? SHORT : Integer.parseInt(size));
            }
            return new Array(sizes);
        }
        return switch (kind) {
            case "color" -> new Numeric(new Values.Bits(0x1FFF_FFFF));
            case "shape" -> new Shape();
            case "picture" -> new Picture();
            case "name" -> new Name();
            case "host" -> new Host();
            case "drop" -> new Drop(words.get(1));
            default -> new Numeric(jp.kiyome.office.record.Field.parse(kind).values());
        };
    }
}
