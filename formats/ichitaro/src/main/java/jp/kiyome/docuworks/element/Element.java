package jp.kiyome.docuworks.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/**
 * One element.
 *
 * @param kind the three bits of its class: {@code 0x80} of the context, {@code 0xC0} private, {@code 0x60} and with {@code 0x20} of
 *     the application
 * @param number of its tag
 * @param start where its tag stands in what was read
 * @param value its bytes
 */
public record Element(int kind, int number, long start, Content value) {

    public static final int CONTEXT = 0x80;
    public static final int PRIVATE = 0xC0;
    public static final int APPLICATION = 0x60;

    private static final int LONG_TAG = 0x1F;
    private static final int MOST = 1 << 20;

    /** All elements of {@code content}, which end where it ends. */
    public static List<Element> all(Content content) {
        List<Element> all = new ArrayList<>();
        long at = 0;
        while (at < content.size()) {
            Element element = at(content, at);
            all.add(element);
            at = element.end(content);
            if (all.size() > MOST) {
                throw broken("more elements than a document has");
            }
        }
        return all;
    }

    /** The element at a place. */
    public static Element at(Content content, long start) {
        long at = start;
        int first = octet(content, at++);
        int number = first & LONG_TAG;
        if (number == LONG_TAG) {
            number = 0;
            int next = 0x80;
            for (int i = 0; next >= 0x80; i++) {
                next = octet(content, at++);
                if (i == 3) {
                    throw broken("a tag without an end at " + start);
                }
                number = number << 7 | next & 0x7F;
            }
        }
        long length = octet(content, at++);
        if (length >= 0x80) {
            int bytes = (int) length & 0x7F;
            if (bytes == 0 || bytes > 4) {
                throw broken("a length of " + bytes + " bytes at " + start);
            }
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | octet(content, at++);
            }
        }
        if (length > content.size() - at) {
            throw broken(length + " bytes at " + start + " of " + content.size());
        }
        return new Element(first & 0xE0, number, start, content.slice(at, length));
    }

    private static int octet(Content content, long at) {
        if (at < 0 || at >= content.size()) {
            throw broken("an element ends at " + at);
        }
        return content.byteAt(at);
    }

    static Refusal broken(String why) {
        return Refusal.of("docuworks.damaged", why);
    }

    /** Where the next one stands. */
    public long end(Content in) {
        return start + Elements.tagSize(number) + lengthSize(in) + value.size();
    }

    private long lengthSize(Content in) {
        int first = in.byteAt(start + Elements.tagSize(number));
        return first < 0x80 ? 1 : 1 + (first & 0x7F);
    }

    /** Whether it is one byte of tag, as given. */
    public boolean is(int tag) {
        return (kind | number) == tag && number < LONG_TAG;
    }

    public static Optional<Element> find(List<Element> elements, int tag) {
        return elements.stream().filter(element -> element.is(tag)).findFirst();
    }

    public byte[] bytes() {
        byte[] bytes = new byte[(int) value.size()];
        value.copy(0, bytes, 0, bytes.length);
        return bytes;
    }

    /** Its value as a number. */
    public long signed() {
        return Numbers.signed(bytes());
    }
}
