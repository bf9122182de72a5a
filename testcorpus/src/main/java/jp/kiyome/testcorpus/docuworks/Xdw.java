package jp.kiyome.testcorpus.docuworks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.packed.Literals;
import jp.kiyome.testcorpus.zip.Bytes;

/** A document in the making: records of the tree in order, entries, and one segment until told otherwise. Honest until told to lie. */
final class Xdw {

    static final int DOCUMENT = 0xC013;
    static final int BINDER = 0xC014;

    private final int kind;
    private final Tlv tree = new Tlv();
    private final List<byte[]> entries = new ArrayList<>();
    private byte[] before = {};
    private int checkMore;
    private int sizeMore;
    private int offsetMore;
    private int propertiesTag = 0x63;

    /** One attribute: with a name, or with a number. */
    record Attribute(int tagKind, int number, String name, int type, List<Byte> value) {}

    private Xdw(int kind) {
        this.kind = kind;
    }

    static Xdw of(int kind) {
        return new Xdw(kind);
    }

    static Attribute at(int number, byte[] value) {
        return new Attribute(0x80, number, "", 0, boxed(value));
    }

    static Attribute numbers(int number, long... values) {
        return at(number, Tlv.list(values));
    }

    static Attribute named(String name, long... values) {
        return new Attribute(0x80, 0, name, values.length > 1 ? 107 : 2, boxed(Tlv.list(values)));
    }

    static Attribute text(String name, byte[] value) {
        return new Attribute(0x80, 0, name, 4, boxed(value));
    }

    static Attribute utf16(String name, String text) {
        return text(name, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> all = new ArrayList<>();
        for (byte b : bytes) {
            all.add(b);
        }
        return List.copyOf(all);
    }

    private static byte[] bytes(List<Byte> boxed) {
        byte[] bytes = new byte[boxed.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = boxed.get(i);
        }
        return bytes;
    }

    /** A reference to an entry that is added. */
    Attribute entry(int number, byte[] body) {
        entries.add(body);
        byte[] value = new Tlv()
                .number(0x81, entries.size() - 1L)
                .number(0x82, body.length)
                .get();
        return new Attribute(0xC0, number, "", 0, boxed(value));
    }

    Xdw unusedEntry(byte[] body) {
        entries.add(body);
        return this;
    }

    Xdw record(int depth, int recordKind, Attribute... attributes) {
        Bytes names = new Bytes();
        Tlv values = new Tlv();
        int next = 2001;
        for (Attribute attribute : attributes) {
            if (attribute.name().isEmpty()) {
                values.add(attribute.tagKind(), attribute.number(), bytes(attribute.value()));
                continue;
            }
            byte[] name = (attribute.name() + "\0").getBytes(StandardCharsets.US_ASCII);
            names.raw(Tlv.list(next, attribute.type(), -1, name.length))
                    .octets(name.length)
                    .raw(name);
            values.add(attribute.tagKind(), next++, bytes(attribute.value()));
        }
        Tlv record = new Tlv().add(0x80, new byte[] {(byte) depth}).number(0x62, recordKind);
        if (names.size() > 0) {
            record.add(0x80, 51, names.toArray());
        }
        tree.add(0x62, record.raw(values.get()).get());
        return this;
    }

    /** A segment of an earlier save, which stands in front. */
    Xdw before(byte[] segment) {
        before = segment;
        return this;
    }

    Xdw checkMore(int more) {
        checkMore = more;
        return this;
    }

    Xdw sizeMore(int more) {
        sizeMore = more;
        return this;
    }

    Xdw offsetMore(int more) {
        offsetMore = more;
        return this;
    }

    Xdw locked() {
        propertiesTag = 0x66;
        return this;
    }

    byte[] toArray() {
        byte[] header = new Tlv()
                .add(
                        0x60,
                        new Tlv()
                                .number(0x82, 10)
                                .number(0x80, kind)
                                .add(0x83, new byte[] {1, 13, 10, 1})
                                .get())
                .get();
        return new Bytes()
                .raw(header)
                .raw(before)
                .raw(segment(header.length + before.length))
                .toArray();
    }

    /** @param at where it will stand */
    byte[] segment(int at) {
        byte[] properties = tree.get();
        byte[] packed = Literals.packed(properties);
        // The length of a segment takes as many bytes as it takes: tried until it fits.
        for (int head = 2; ; head++) {
            Bytes body = new Bytes();
            Bytes offsets = new Bytes();
            for (byte[] entry : entries) {
                offsets.u32(at + head + body.size() + (long) offsetMore);
                body.raw(new Tlv()
                        .add(
                                0x64,
                                new Tlv()
                                        .number(0x81, Tlv.check(entry))
                                        .add(0x82, entry)
                                        .get())
                        .get());
            }
            body.raw(new Tlv().add(propertiesTag, packed).get());
            Tlv fields = new Tlv().number(0x80, entries.size());
            if (!entries.isEmpty()) {
                fields.add(0x81, offsets.toArray());
            }
            fields.number(0x82, 0)
                    .number(0x83, properties.length + (long) sizeMore)
                    .number(0x84, packed.length);
            fields.number(0x85, Tlv.check(packed) + checkMore);
            fields.add(0x86, new Bytes().u32(fields.get().length + 6L).toArray());
            body.raw(new Tlv().add(0x68, fields.get()).get());
            byte[] segment = new Tlv().add(0x61, body.toArray()).get();
            if (segment.length - body.size() == head) {
                return segment;
            }
        }
    }
}
