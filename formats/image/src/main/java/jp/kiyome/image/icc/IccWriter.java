package jp.kiyome.image.icc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;

/** Writes a profile anew (ICC.1:2022 7.2, 7.3): tags in alphabetical order, equal elements once, no name, date or maker. Stateless. */
final class IccWriter {

    private static final String DESCRIPTION = "ICC profile";
    private static final String COPYRIGHT = "-";

    private IccWriter() {}

    static Bytes write(IccModel model) {
        SortedMap<String, Bytes> elements = new TreeMap<>(model.elements());
        boolean v4 = model.version() >> 8 == 4;
        elements.put("desc", v4 ? localized(DESCRIPTION) : description());
        elements.put("cprt", v4 ? localized(COPYRIGHT) : plain());
        Map<Bytes, Integer> offsets = new LinkedHashMap<>();
        ByteWriter data = new ByteWriter();
        int start = 132 + 12 * elements.size();
        ByteWriter table = new ByteWriter().u32be(elements.size());
        elements.forEach((tag, element) -> {
            int offset = offsets.computeIfAbsent(element, fresh -> append(data, fresh, start));
            table.ascii(tag).u32be(offset).u32be(element.length());
        });
        return Bytes.of(header(model, start + data.size())
                .bytes(table.toByteArray())
                .bytes(data.toByteArray())
                .toByteArray());
    }

    private static int append(ByteWriter data, Bytes element, int start) {
        int offset = start + data.size();
        data.bytes(element);
        while (data.size() % 4 != 0) {
            data.u8(0);
        }
        return offset;
    }

    private static ByteWriter header(IccModel model, int size) {
        return new ByteWriter()
                .u32be(size)
                .u32be(0)
                .u16be(model.version())
                .u16be(0)
                .ascii(model.deviceClass())
                .ascii(model.space().signature())
                .ascii(model.labConnection() ? "Lab " : "XYZ ")
                // a date must be one (4.2): that of the first edition of the specification
                .u16be(1994)
                .u16be(6)
                .u16be(10)
                .bytes(new byte[6])
                .ascii("acsp")
                .bytes(new byte[24])
                .u32be(model.intent())
                // D50, 7.2.16
                .u32be(0xF6D6)
                .u32be(0x10000)
                .u32be(0xD32D)
                .bytes(new byte[48]);
    }

    /** Version 2: textDescriptionType, ICC.1:2001-04 6.5.17. */
    private static Bytes description() {
        return Bytes.of(new ByteWriter()
                .ascii("desc")
                .u32be(0)
                .u32be(DESCRIPTION.length() + 1)
                .ascii(DESCRIPTION)
                .u8(0)
                .bytes(new byte[4 + 4 + 2 + 1 + 67])
                .toByteArray());
    }

    /** Version 2: textType, ICC.1:2001-04 6.5.18. */
    private static Bytes plain() {
        return Bytes.of(
                new ByteWriter().ascii("text").u32be(0).ascii(COPYRIGHT).u8(0).toByteArray());
    }

    /** Version 4: multiLocalizedUnicodeType, 10.15. */
    private static Bytes localized(String text) {
        ByteWriter bytes = new ByteWriter()
                .ascii("mluc")
                .u32be(0)
                .u32be(1)
                .u32be(12)
                .ascii("enUS")
                .u32be(2L * text.length())
                .u32be(28);
        text.chars().forEach(bytes::u16be);
        return Bytes.of(bytes.toByteArray());
    }
}
