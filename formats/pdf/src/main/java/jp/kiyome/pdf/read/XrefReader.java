package jp.kiyome.pdf.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.cos.ObjectParser;

/** Reads the chain of cross-reference tables and streams from the newest to the oldest (ISO 32000-2, 7.5.4 to 7.5.8). */
final class XrefReader {

    /** Saves of one file at most. */
    private static final int MOST_SECTIONS = 4096;

    private static final int TAIL = 1 << 15;

    private final Content content;
    private final long header;
    private final Objects objects;
    private final Xref xref = new Xref();
    private final Set<Long> visited = new HashSet<>();
    private final Map<Long, Entry> section = new LinkedHashMap<>();

    XrefReader(Content content, long header, Objects objects) {
        this.content = content;
        this.header = header;
        this.objects = objects;
    }

    /** Empty where any of it is not as the specification says: then the file itself is searched. */
    Optional<Xref> read() {
        long next = startXref();
        while (next >= 0) {
            if (!visited.add(next) || visited.size() > MOST_SECTIONS) {
                return Optional.empty();
            }
            Optional<Cos.Dict> section = section(next, true);
            if (section.isEmpty()) {
                return Optional.empty();
            }
            Cos.Dict trailer = section.get();
            xref.offerTrailer(trailer);
            next = trailer.get("Prev") instanceof Num prev && prev.whole() ? prev.unscaled() : -1;
        }
        return xref.trailer.has("Root") ? Optional.of(xref) : Optional.empty();
    }

    /** The last {@code startxref} of the file; -1 for none. */
    private long startXref() {
        long from = Math.max(0, content.size() - TAIL);
        byte[] tail = new byte[(int) (content.size() - from)];
        content.copy(from, tail, 0, tail.length);
        byte[] word = {'s', 't', 'a', 'r', 't', 'x', 'r', 'e', 'f'};
        for (int at = tail.length - word.length; at >= 0; at--) {
            if (Arrays.equals(tail, at, at + word.length, word, 0, word.length)) {
                Lexer lexer = new Lexer(ByteInput.of(tail, at + word.length));
                boolean number = lexer.next() == Lexer.Token.NUMBER;
                return number && lexer.value() instanceof Num found && found.whole() ? found.unscaled() : -1;
            }
        }
        return -1;
    }

    private Optional<Cos.Dict> section(long offset, boolean counts) {
        long at = offset + header;
        if (offset < 0 || at >= content.size()) {
            return Optional.empty();
        }
        ByteInput in = objects.at(at);
        Lexer lexer = new Lexer(in);
        return switch (lexer.next()) {
            case KEYWORD -> lexer.word().equals("xref") ? table(lexer, counts) : Optional.empty();
            case NUMBER -> stream(at, counts);
            default -> Optional.empty();
        };
    }

    /** 7.5.4, and 7.5.8.4 for files that carry both forms. */
    private Optional<Cos.Dict> table(Lexer lexer, boolean counts) {
        boolean entries = false;
        Lexer.Token token = lexer.next();
        while (token == Lexer.Token.NUMBER) {
            long first = whole(lexer.value());
            long count = lexer.next() == Lexer.Token.NUMBER ? whole(lexer.value()) : -1;
            if (first < 0 || count < 0 || count > Xref.MOST_OBJECTS) {
                return Optional.empty();
            }
            for (long i = 0; i < count; i++) {
                long offset = lexer.next() == Lexer.Token.NUMBER ? whole(lexer.value()) : -1;
                if (offset < 0 || lexer.next() != Lexer.Token.NUMBER || lexer.next() != Lexer.Token.KEYWORD) {
                    return Optional.empty();
                }
                boolean used = lexer.word().equals("n");
                if (!used && !lexer.word().equals("f")) {
                    return Optional.empty();
                }
                pending(first + i, used && offset > 0 ? new Entry.At(offset + header) : new Entry.Free());
                entries = true;
            }
            token = lexer.next();
        }
        if (token != Lexer.Token.KEYWORD || !lexer.word().equals("trailer")) {
            return Optional.empty();
        }
        if (!(new ObjectParser(lexer, s -> s).parse() instanceof Cos.Dict trailer)) {
            return Optional.empty();
        }
        xref.revisions += counts && entries ? 1 : 0;
        return hybrid(trailer);
    }

    private void pending(long number, Entry entry) {
        section.put(number, entry);
    }

    /** A hybrid file's stream stands before its own table for objects that the table calls free. */
    private Optional<Cos.Dict> hybrid(Cos.Dict trailer) {
        Map<Long, Entry> own = new LinkedHashMap<>(section);
        section.clear();
        own.forEach((number, entry) -> {
            if (entry instanceof Entry.At) {
                xref.offer(number, entry);
            }
        });
        if (trailer.get("XRefStm") instanceof Num at && at.whole()) {
            if (!visited.add(at.unscaled()) || section(at.unscaled(), false).isEmpty()) {
                return Optional.empty();
            }
        }
        own.forEach(xref::offer);
        return Optional.of(trailer);
    }

    private static long whole(Cos value) {
        return value instanceof Num number && number.whole() ? number.unscaled() : -1;
    }

    /** 7.5.8. */
    private Optional<Cos.Dict> stream(long at, boolean counts) {
        Optional<Objects.Numbered> object = objects.plainAt(at);
        if (object.isEmpty() || object.get().loaded().stream().isEmpty()) {
            return Optional.empty();
        }
        Loaded loaded = object.get().loaded();
        Cos.Dict dict = loaded.dict();
        if (!dict.name("Type").equals("XRef") || !(dict.get("W") instanceof Cos.Arr widths) || widths.size() < 3) {
            return Optional.empty();
        }
        int[] width = new int[3];
        for (int i = 0; i < 3; i++) {
            width[i] = Cos.integer(widths.get(i), -1);
            if (width[i] < 0 || width[i] > 8) {
                return Optional.empty();
            }
        }
        xref.containers.add(object.get().number());
        xref.revisions += counts ? 1 : 0;
        Cos.Arr index = dict.get("Index") instanceof Cos.Arr given ? given : Cos.Arr.of(Cos.num(0), dict.get("Size"));
        try (InputStream in = objects.decoded(loaded.stream().get())) {
            return rows(in, index, width) ? Optional.of(dict) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean rows(InputStream in, Cos.Arr index, int[] width) throws IOException {
        byte[] row = new byte[width[0] + width[1] + width[2]];
        if (row.length == 0) {
            return false;
        }
        for (int pair = 0; pair + 1 < index.size(); pair += 2) {
            long first = whole(index.get(pair));
            long count = whole(index.get(pair + 1));
            if (first < 0 || count < 0) {
                return false;
            }
            for (long i = 0; i < count; i++) {
                if (in.readNBytes(row, 0, row.length) < row.length) {
                    return true;
                }
                long type = width[0] == 0 ? 1 : field(row, 0, width[0]);
                long second = field(row, width[0], width[1]);
                long third = field(row, width[0] + width[1], width[2]);
                xref.offer(first + i, entry(type, second, third));
            }
        }
        return true;
    }

    private Entry entry(long type, long second, long third) {
        if (type == 1 && second > 0) {
            return new Entry.At(second + header);
        }
        boolean fits = second > 0 && second <= Integer.MAX_VALUE && third >= 0 && third <= Integer.MAX_VALUE;
        return type == 2 && fits ? new Entry.In((int) second, (int) third) : new Entry.Free();
    }

    private static long field(byte[] row, int from, int width) {
        long value = 0;
        for (int i = from; i < from + width; i++) {
            value = value << 8 | (row[i] & 0xFF);
        }
        return value < 0 ? Long.MAX_VALUE >> 1 : value;
    }
}
