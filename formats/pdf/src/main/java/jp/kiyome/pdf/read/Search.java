package jp.kiyome.pdf.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.cos.ObjectParser;

/**
 * Finds objects and trailers by reading the whole file, for files whose cross-reference tables are missing or wrong. Of several
 * objects with one number the last counts, as a save appends.
 */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class Search {

    private static final int TIME_CHECK = 1 << 20;

    private final Content content;
    private final Objects objects;
    private final Budget budget;
    private final Xref found = new Xref();
    private final TreeMap<Long, Integer> byOffset = new TreeMap<>();
    private final TreeMap<Long, Integer> objectStreams = new TreeMap<>();

    Search(Content content, Objects objects, Budget budget) {
        this.content = content;
        this.objects = objects;
        this.budget = budget;
    }

    /** Objects that stand in the file itself, and the trailers. */
    Xref direct() {
        List<Cos.Dict> trailers = new ArrayList<>();
        ByteInput in = ByteInput.of(content.stream());
        int word = 0;
        for (int c = in.next(); c != ByteInput.END; c = in.next()) {
            word = word << 8 | c;
            if ((word & 0xFFFFFF) == ('o' << 16 | 'b' << 8 | 'j')) {
                object(in.position() - 3);
            } else if (word == ('i' << 24 | 'l' << 16 | 'e' << 8 | 'r') && isTrailer(in.position())) {
                trailer(in.position()).ifPresent(trailers::add);
            }
            if ((in.position() & TIME_CHECK - 1) == 0) {
                budget.checkTime();
            }
        }
        for (Cos.Dict trailer : trailers.reversed()) {
            found.offerTrailer(trailer);
        }
        found.revisions = 1;
        byOffset.forEach((offset, number) -> found.replace(number, new Entry.At(offset)));
        return found;
    }

    /** {@code trailer} and {@code Trailer} end alike; the keyword has a {@code tra} before. */
    private boolean isTrailer(long end) {
        return end >= 7 && content.byteAt(end - 7) == 't' && content.byteAt(end - 5) == 'a';
    }

    private Optional<Cos.Dict> trailer(long at) {
        ByteInput in = objects.at(at);
        Cos value = new ObjectParser(new Lexer(in), s -> s).parse();
        budget.decode(in.position() - at);
        return Cos.dict(value);
    }

    /** Looks back from the word {@code obj} for the two numbers before it. */
    private void object(long word) {
        long at = spaces(word);
        long generation = digits(at);
        long between = spaces(generation);
        long number = digits(between);
        if (generation == at || between == generation || number == between || between - number > 10) {
            return;
        }
        long value = 0;
        for (long i = number; i < between; i++) {
            value = value * 10 + content.byteAt(i) - '0';
        }
        if (value > 0 && value <= Integer.MAX_VALUE) {
            byOffset.put(number, (int) value);
            if (byOffset.size() > Xref.MOST_OBJECTS) {
                throw Malformed.tooMuch("more than " + Xref.MOST_OBJECTS + " objects");
            }
        }
    }

    private long spaces(long end) {
        long at = end;
        while (at > 0 && end - at < 64 && Lexer.isSpace(content.byteAt(at - 1))) {
            at--;
        }
        return at;
    }

    private long digits(long end) {
        long at = end;
        while (at > 0 && end - at < 12 && content.byteAt(at - 1) >= '0' && content.byteAt(at - 1) <= '9') {
            at--;
        }
        return at;
    }

    /** Reads the dictionaries of all that was found: trailers of cross-reference streams, object streams, the catalogue. */
    void dictionaries() {
        Optional<Cos.Ref> catalogue = Optional.empty();
        List<Cos.Dict> trailers = new ArrayList<>();
        for (Map.Entry<Long, Integer> object : byOffset.entrySet()) {
            budget.checkTime();
            Optional<Objects.Numbered> read = objects.plainAt(object.getKey());
            if (read.isEmpty()) {
                continue;
            }
            Cos.Dict dict = read.get().loaded().dict();
            int number = object.getValue();
            switch (dict.name("Type")) {
                case "XRef" -> {
                    found.containers.add(number);
                    trailers.add(dict);
                }
                case "Catalog" -> catalogue = Optional.of(new Cos.Ref(number, 0));
                case "ObjStm" -> objectStreams.put(object.getKey(), number);
                default -> {}
            }
        }
        trailers.reversed().forEach(found::offerTrailer);
        if (!found.trailer.has("Root") && catalogue.isPresent()) {
            found.trailer = found.trailer.with("Root", catalogue.get());
        }
    }

    /** Adds what stands in object streams; decrypting must be possible by now. */
    void compressed() {
        objectStreams.forEach((offset, number) -> members(number, offset));
    }

    private void members(int stream, long offset) {
        found.replace(stream, new Entry.At(offset));
        List<Integer> numbers = objects.membersOf(stream);
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            boolean newer = found.entries.get(number) instanceof Entry.At at && at.offset() > offset;
            if (!newer && number != stream) {
                found.replace(number, new Entry.In(stream, i));
            }
        }
    }
}
