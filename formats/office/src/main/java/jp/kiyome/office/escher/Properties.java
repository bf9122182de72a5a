package jp.kiyome.office.escher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.Numbers;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;

/**
 * Reads the properties of one shape ([MS-ODRAW] 2.2.7 to 2.2.11) and writes those that are allowed, by number, each once.
 * Not thread-safe.
 */
final class Properties {

    private static final int ENTRY = 6;
    private static final int IS_PICTURE = 0x4000;
    private static final int IS_COMPLEX = 0x8000;

    /** A property to be written. */
    // Nobody compares two properties.
    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(int number, byte[] complex, Optional<Record.Target> target) {

        static Kept of(int number) {
            return new Kept(number, new byte[0], Optional.empty());
        }

        static Kept pointing(Record.Target target, int number) {
            return new Kept(number, new byte[0], Optional.of(target));
        }

        static Kept of(byte[] complex) {
            return new Kept(complex.length, complex, Optional.empty());
        }
    }

    private final Map<Integer, Kept> kept = new TreeMap<>();
    private final DrawingHost host;
    private final KnownPictures pictures;

    private Properties(DrawingHost host, KnownPictures pictures) {
        this.host = host;
        this.pictures = pictures;
    }

    /** The record written anew; empty where no property stays. */
    static Optional<Record> copy(RawRecord raw, DrawingHost host, KnownPictures pictures) {
        Properties properties = new Properties(host, pictures);
        properties.read(raw.bytes(), raw.head().instance());
        return properties.kept.isEmpty() ? Optional.empty() : Optional.of(properties.written(raw.type()));
    }

    private void read(byte[] body, int count) {
        int present = Math.min(count, body.length / ENTRY);
        if (present < count) {
            host.found("record.value", Action.CHANGED, "OfficeArtFOPT", "properties: " + count);
        }
        int behind = present * ENTRY;
        for (int i = 0; i < present; i++) {
            int id = Numbers.u16(body, i * ENTRY);
            int number = Numbers.i32(body, i * ENTRY + 2);
            byte[] complex = new byte[0];
            if ((id & IS_COMPLEX) != 0) {
                int length = length(body, behind, number);
                complex = Arrays.copyOfRange(body, behind, behind + length);
                behind += length;
            }
            property(id, number, complex);
        }
        if (behind < body.length) {
            host.found("record.slack", Action.REMOVED, "OfficeArtFOPT", "");
        }
    }

    /** Some writers leave the six bytes before an array out of its length. */
    private static int length(byte[] body, int from, int said) {
        int left = body.length - from;
        if (said < 0 || said > left) {
            return left;
        }
        if (left >= said + ENTRY && said > 0) {
            long elements = (long) Numbers.u16(body, from) * elementSize(Numbers.u16(body, from + 4));
            return elements == said ? said + ENTRY : said;
        }
        return said;
    }

    private static int elementSize(int said) {
        return said == PropertyRule.SHORT ? 4 : said;
    }

    private void property(int id, int number, byte[] complex) {
        int key = id & 0x3FFF;
        Optional<PropertyTable.Property> found = PropertyTable.ALL.find(key);
        if (found.isEmpty()) {
            gone("escher.unknown-property", "0x" + Integer.toHexString(key));
            return;
        }
        if ((id & IS_COMPLEX) != 0 && complex.length == 0) {
            return;
        }
        String name = found.get().name();
        if (kept.containsKey(key)) {
            gone("escher.duplicate-property", name);
            return;
        }
        value(name, found.get().rule(), (id & IS_COMPLEX) != 0, number, complex)
                .ifPresent(value -> kept.put(key, value));
    }

    private Optional<Kept> value(String name, PropertyRule rule, boolean isComplex, int number, byte[] complex) {
        return switch (rule) {
            case PropertyRule.Drop drop -> gone(drop.code(), name);
            case PropertyRule.Host own ->
                host.property(name, number, complex)
                        .map(value -> value.complex().length > 0 ? Kept.of(value.complex()) : Kept.of(value.number()));
            case PropertyRule.Array array -> isComplex ? array(name, array, complex) : gone("escher.value", name);
            case PropertyRule.Name text -> isComplex ? text(name, complex) : gone("escher.value", name);
            case PropertyRule.Picture picture ->
                isComplex ? gone("escher.inline-picture", name) : picture(name, number);
            case PropertyRule.Shape shape ->
                isComplex ? gone("escher.value", name) : Optional.of(Kept.pointing(Record.Target.SHAPE, number));
            case PropertyRule.Flags flags ->
                isComplex ? gone("escher.value", name) : Optional.of(masked(name, number, flags.bits() * 0x10001));
            case PropertyRule.Numeric numbers -> {
                if (isComplex || !numbers.values().allows(number)) {
                    yield gone("escher.value", name);
                }
                int written = numbers.values().written(number);
                yield Optional.of(masked(name, number, number ^ written ^ -1));
            }
        };
    }

    private Kept masked(String name, int number, int mask) {
        if ((number & mask) != number) {
            host.found("record.undefined-field", Action.CHANGED, name, "");
        }
        return Kept.of(number & mask);
    }

    private Optional<Kept> picture(String name, int number) {
        if (number == 0) {
            return Optional.empty();
        }
        return pictures.has(number)
                ? Optional.of(Kept.pointing(Record.Target.PICTURE, number))
                : gone("escher.no-picture", name);
    }

    private Optional<Kept> array(String name, PropertyRule.Array rule, byte[] complex) {
        NumberReader in = new NumberReader(complex);
        int count = in.u16();
        in.skip(2);
        int said = in.u16();
        int size = elementSize(said);
        if (!rule.sizes().contains(said) || !in.has(count, size)) {
            return gone("escher.value", name);
        }
        int width = size % 4 == 0 && said != PropertyRule.SHORT ? 4 : 2;
        NumberWriter out = new NumberWriter().u16(count).u16(count).u16(said);
        for (int i = 0; i < count * size / width; i++) {
            out.number(width, in.number(width));
        }
        if (in.remaining() > 0) {
            host.found("record.slack", Action.REMOVED, name, "");
        }
        return Optional.of(Kept.of(out.bytes()));
    }

    private Optional<Kept> text(String name, byte[] complex) {
        String text = new NumberReader(complex).text(complex.length / 2);
        int end = text.indexOf('\0');
        if (end >= 0 && end < text.length() - 1 || complex.length % 2 != 0) {
            host.found("record.slack", Action.REMOVED, name, "");
        }
        ShownText shown = ShownText.of(end < 0 ? text : text.substring(0, end));
        if (shown.changed()) {
            host.found("escher.hidden-characters", Action.REMOVED, name, "");
        }
        return shown.text().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Kept.of(new NumberWriter().text(shown.text()).u16(0).bytes()));
    }

    private Optional<Kept> gone(String code, String name) {
        host.found(code, Action.REMOVED, name, "");
        return Optional.empty();
    }

    private Record written(int type) {
        NumberWriter out = new NumberWriter();
        List<Record.Reference> references = new ArrayList<>();
        kept.forEach((id, property) -> {
            boolean picture =
                    property.target().filter(Record.Target.PICTURE::equals).isPresent();
            boolean complex = property.complex().length > 0;
            out.u16(id | (picture ? IS_PICTURE : 0) | (complex ? IS_COMPLEX : 0));
            property.target().ifPresent(target -> references.add(new Record.Reference(target, out.size())));
            out.i32(property.number());
        });
        kept.values().forEach(property -> out.written(property.complex()));
        return new Record.Atom(3, type, kept.size(), out.bytes(), references, 0);
    }
}
