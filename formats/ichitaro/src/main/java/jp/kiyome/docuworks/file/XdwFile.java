package jp.kiyome.docuworks.file;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.container.lh5.LzhDecoder;
import jp.kiyome.container.lh5.LzhMethod;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.docuworks.element.Element;
import jp.kiyome.docuworks.element.Numbers;

/**
 * A file as its last trailer has it; what was saved before that is not read.
 *
 * @param generation of the format
 * @param kind of the root
 * @param entries bodies, by number
 * @param properties unpacked
 * @param whole whether every byte of the file belongs to what the trailer lists
 */
public record XdwFile(int generation, int kind, List<Content> entries, Content properties, boolean whole) {

    public static final int DOCUMENT = 0xC013;
    public static final int BINDER = 0xC014;

    private static final int HEADER = 0x60;
    private static final int SEGMENT = 0x61;
    private static final int PROPERTIES = 0x63;
    private static final int ENTRY = 0x64;
    private static final int TRAILER_OLD = 0x65;
    private static final int TRAILER = 0x68;
    private static final int LOCKED_PROPERTIES = 0x66;
    private static final int LOCKED_ENTRY = 0x67;
    private static final int LONGEST_HEAD = 6;
    private static final long LARGEST_PROPERTIES = 256L << 20;

    public XdwFile {
        entries = List.copyOf(entries);
    }

    public static XdwFile read(Content content, Session session) {
        Element header = Element.at(content, 0);
        if (!header.is(HEADER)) {
            throw damaged("no header");
        }
        List<Element> says = Element.all(header.value());
        int generation = (int) field(says, 0x82).signed();
        int kind = (int) field(says, 0x80).signed() & 0xFFFF;
        Element trailer = trailer(content);
        List<Element> fields = Element.all(trailer.value());
        Element block =
                before(content, trailer, Numbers.unsigned(field(fields, 0x84).bytes()));
        if (block.is(LOCKED_PROPERTIES)) {
            throw new PasswordNeeded("a document that is protected by DocuWorks");
        }
        if (!block.is(PROPERTIES)
                || Numbers.check(block.value()) != (int) field(fields, 0x85).signed()) {
            throw damaged("the properties, or their check");
        }
        List<Element> entries = entries(content, fields, session);
        Content properties =
                unpacked(block.value(), Numbers.unsigned(field(fields, 0x83).bytes()), session);
        List<Content> bodies = new ArrayList<>();
        for (Element entry : entries) {
            bodies.add(field(Element.all(entry.value()), 0x82).value());
        }
        return new XdwFile(generation, kind, bodies, properties, isWhole(content, header, trailer, block, entries));
    }

    /** The last four bytes say how long its value is. */
    private static Element trailer(Content content) {
        long value = content.size() - content.littleEndian(content.size() - 4, 4);
        for (int head = 2; head <= LONGEST_HEAD && value - head > 0; head++) {
            int tag = content.byteAt(value - head);
            if (tag != TRAILER && tag != TRAILER_OLD) {
                continue;
            }
            if (ends(content, value - head, content.size(), content.size() - value)) {
                return Element.at(content, value - head);
            }
        }
        throw damaged("no trailer");
    }

    private static Element before(Content content, Element trailer, long size) {
        for (int head = 2; head <= LONGEST_HEAD; head++) {
            long at = trailer.start() - size - head;
            if (at < 0) {
                break;
            }
            int tag = content.byteAt(at);
            if ((tag == PROPERTIES || tag == LOCKED_PROPERTIES) && ends(content, at, trailer.start(), size)) {
                return Element.at(content, at);
            }
        }
        throw damaged("no properties");
    }

    private static boolean ends(Content content, long at, long end, long size) {
        return reaches(content, at, end) && Element.at(content, at).value().size() == size;
    }

    private static boolean reaches(Content content, long at, long end) {
        try {
            return Element.at(content, at).end(content) == end;
        } catch (Refusal other) {
            return false;
        }
    }

    private static List<Element> entries(Content content, List<Element> fields, Session session) {
        long count = Numbers.unsigned(field(fields, 0x80).bytes());
        byte[] offsets = Element.find(fields, 0x81).map(Element::bytes).orElse(new byte[0]);
        if (count != offsets.length / 4 || offsets.length % 4 != 0) {
            throw damaged(count + " entries");
        }
        session.budget().entries(count);
        List<Element> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = Integer.toUnsignedLong(offsets[4 * i] & 0xFF
                    | (offsets[4 * i + 1] & 0xFF) << 8
                    | (offsets[4 * i + 2] & 0xFF) << 16
                    | offsets[4 * i + 3] << 24);
            Element entry = Element.at(content, at);
            if (entry.is(LOCKED_ENTRY)) {
                throw new PasswordNeeded("a document that is protected by DocuWorks");
            }
            if (!entry.is(ENTRY)) {
                throw damaged("no entry at " + at);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Content unpacked(Content packed, long size, Session session) {
        if (size > LARGEST_PROPERTIES) {
            throw damaged(size + " bytes of properties");
        }
        return unpack(packed, size, session, "properties");
    }

    /** Unpacks exactly {@code size} bytes of -lh5-. */
    public static Content unpack(Content packed, long size, Session session, String where) {
        Sink sink = session.scratch();
        ByteTarget target = (bytes, offset, length) -> {
            session.budget().decode(length);
            sink.write(bytes, offset, length);
        };
        LzhDecoder.decode(LzhMethod.LH5, packed.stream(), size, Location.ofPart(where), target);
        return sink.finish();
    }

    private static boolean isWhole(
            Content content, Element header, Element trailer, Element block, List<Element> entries) {
        long start = header.end(content);
        boolean one = content.byteAt(start) == SEGMENT && reaches(content, start, content.size());
        if (!one) {
            return false;
        }
        Element segment = Element.at(content, start);
        long sum = content.size() - block.start();
        for (Element entry : entries) {
            sum += entry.end(content) - entry.start();
            one &= entry.start() >= start && entry.start() < trailer.start();
        }
        long distinct = entries.stream().map(Element::start).distinct().count();
        return one && distinct == entries.size() && sum == segment.value().size();
    }

    private static Element field(List<Element> fields, int tag) {
        return Element.find(fields, tag).orElseThrow(() -> damaged("no field " + Integer.toHexString(tag)));
    }

    private static Refusal damaged(String why) {
        return Refusal.of("docuworks.damaged", why);
    }
}
