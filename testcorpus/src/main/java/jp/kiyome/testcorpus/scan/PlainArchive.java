package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** ZIP archives for people, walked from the first byte to the last: headers that tell nothing, members that are files. */
final class PlainArchive {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    /** Zip64 values, the Unicode name, AES. */
    private static final Set<Integer> FIELDS = Set.of(0x0001, 0x7075, 0x9901);

    private final ByteBuffer in;
    private final Check.Found found;
    private final List<String> names = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private int at;

    private PlainArchive(Layer layer, Check.Found found) {
        this.in = ByteBuffer.wrap(layer.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        this.found = found;
    }

    static void look(Layer layer, Check.Found found) {
        PlainArchive archive = new PlainArchive(layer, found);
        try {
            archive.walk();
        } catch (IndexOutOfBoundsException cutOff) {
            found.structure("", "records that end behind the file");
        }
    }

    private void walk() {
        while (in.getInt(at) == LOCAL) {
            local();
        }
        while (in.getInt(at) == CENTRAL) {
            central();
        }
        if (in.getInt(at) != END || in.getShort(at + 20) != 0 || at + 22 != in.capacity()) {
            found.structure("", "bytes that no record accounts for, at " + at);
        }
        if (!names.equals(listed)) {
            found.structure("", "local headers and directory list other members");
        }
        MemberNames.look(names, found);
    }

    private void local() {
        int nameSize = u16(at + 26);
        names.add(name(at + 30, nameSize));
        if ((u16(at + 6) & ~0x0801) != 0) {
            found.structure(names.getLast(), "flags " + u16(at + 6));
        }
        fields(at + 30 + nameSize, u16(at + 28));
        at += 30 + nameSize + u16(at + 28) + in.getInt(at + 18);
    }

    private void central() {
        int nameSize = u16(at + 28);
        listed.add(name(at + 46, nameSize));
        fields(at + 46 + nameSize, u16(at + 30));
        long attributes = Integer.toUnsignedLong(in.getInt(at + 38));
        if (u16(at + 32) != 0 || attributes != 0 && attributes != 0x10) {
            found.vector(listed.getLast(), "a comment, or attributes " + attributes);
        }
        at += 46 + nameSize + u16(at + 30) + u16(at + 32);
    }

    private void fields(int from, int size) {
        for (int field = from; field < from + size; field += 4 + u16(field + 2)) {
            if (!FIELDS.contains(u16(field))) {
                found.vector(names.getLast(), "extra field " + u16(field));
            }
        }
    }

    private String name(int from, int size) {
        byte[] name = new byte[size];
        in.get(from, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private int u16(int from) {
        return in.getShort(from) & 0xFFFF;
    }
}
