package jp.kiyome.pdf.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.cos.ObjectParser;
import jp.kiyome.pdf.crypt.Decryptor;
import jp.kiyome.pdf.filter.Decoders;
import jp.kiyome.pdf.filter.StreamTrouble;

/** Reads objects at the places that the {@link Xref} names. Not thread-safe. */
public final class Objects {

    /** Decoded bytes of one object stream at most. */
    private static final int LARGEST_OBJECT_STREAM = 1 << 26;

    /** Bytes that the objects held for their next use take in the file, at most, and one for each object. */
    private static final long HELD_OBJECTS = 1 << 22;

    /** Decoded bytes of the object streams held for their next use, at most. */
    private static final long HELD_STREAMS = 1 << 26;

    private static final int LONGEST_REFERENCE_CHAIN = 32;

    private static final Set<String> HOLDERS = Set.of("XRef", "ObjStm");

    /** An object with the number that stands before it. */
    record Numbered(int number, int generation, Loaded loaded) {}

    private final Content content;
    private final Budget budget;
    private final StreamEnd streamEnd;
    private final Decoders decoders;
    private final ByteInput window = ByteInput.of(InputStream.nullInputStream());
    private final Recent<Loaded> loaded = new Recent<>(HELD_OBJECTS);
    private final Recent<ObjectStream> objectStreams = new Recent<>(HELD_STREAMS);
    private final Reached reached = new Reached();
    private Xref xref = new Xref();
    private Decryptor decryptor = Decryptor.NONE;
    private UnaryOperator<Xref> mend = same -> same;
    private boolean irregular;
    private boolean leftPlain;
    private long lastLength;
    private final StreamTrouble trouble;
    private int depth;

    Objects(Content content, Budget budget, StreamTrouble trouble) {
        this.content = content;
        this.budget = budget;
        this.streamEnd = new StreamEnd(content, budget);
        this.decoders = new Decoders(budget, this::resolve, trouble);
        this.trouble = trouble;
    }

    void use(Xref known, Decryptor key) {
        xref = known;
        decryptor = key;
        loaded.clear();
        objectStreams.clear();
    }

    /** Told of the data of this file's streams. */
    public StreamTrouble trouble() {
        return trouble;
    }

    /** Takes {@code search}: what finds objects that do not stand where they should */
    void mendWith(UnaryOperator<Xref> search) {
        mend = search;
    }

    /** Whether any object broke the grammar of values. */
    public boolean irregular() {
        return irregular;
    }

    /** Whether any data but that about the document said that it is not encrypted as the rest is. */
    public boolean leftPlain() {
        return leftPlain;
    }

    ByteInput at(long offset) {
        window.reopen(content, offset);
        return window;
    }

    /** The value behind a reference; any other value as it is. Chains that are too long or closed mean null. */
    public Cos resolve(Cos value) {
        Cos found = value;
        for (int i = 0; found instanceof Cos.Ref ref; i++) {
            if (i == LONGEST_REFERENCE_CHAIN) {
                return Cos.NULL;
            }
            found = load(ref.number()).value();
        }
        return found;
    }

    /** The object of that number; null where there is none (7.3.10). */
    public Loaded load(int number) {
        Optional<Loaded> known = loaded.get(number);
        if (known.isPresent()) {
            return known.get();
        }
        if (++depth > LONGEST_REFERENCE_CHAIN) {
            throw Malformed.tooMuch("objects that need each other to be read");
        }
        try {
            Loaded read = read(number, xref.entries.getOrDefault(number, new Entry.Free()));
            loaded.put(number, read, lastLength + 256);
            return read;
        } finally {
            depth--;
        }
    }

    private Loaded read(int number, Entry entry) {
        reached.read(number);
        return switch (entry) {
            case Entry.Free none -> Loaded.NOTHING;
            case Entry.In in -> member(number, in).orElseGet(() -> mended(number, entry));
            case Entry.At at ->
                numbered(at.offset(), decryptor, reached::named)
                        .filter(object -> object.number() == number)
                        .map(Numbered::loaded)
                        .orElseGet(() -> mended(number, entry));
        };
    }

    private Loaded mended(int number, Entry wrong) {
        xref = mend.apply(xref);
        Entry now = xref.entries.getOrDefault(number, new Entry.Free());
        return now.equals(wrong) ? Loaded.NOTHING : read(number, now);
    }

    /** Reads the object at an offset without decrypting. */
    Optional<Numbered> plainAt(long offset) {
        return numbered(offset, Decryptor.NONE, number -> {});
    }

    private Optional<Numbered> numbered(long offset, Decryptor key, IntConsumer references) {
        if (offset >= content.size()) {
            return Optional.empty();
        }
        Lexer lexer = new Lexer(at(offset));
        Optional<Integer> number = lexer.next() == Lexer.Token.NUMBER ? Cos.integer(lexer.value()) : Optional.empty();
        Optional<Integer> generation =
                lexer.next() == Lexer.Token.NUMBER ? Cos.integer(lexer.value()) : Optional.empty();
        if (number.isEmpty()
                || generation.isEmpty()
                || lexer.next() != Lexer.Token.KEYWORD
                || !lexer.word().equals("obj")) {
            return Optional.empty();
        }
        int n = number.get();
        int g = generation.get();
        ObjectParser parser = new ObjectParser(lexer, string -> key.string(n, g, string), references);
        Cos value = parser.parse();
        spend(window.position() - offset);
        irregular |= parser.irregular();
        if (value instanceof Cos.Dict dict
                && lexer.next() == Lexer.Token.KEYWORD
                && lexer.word().equals("stream")) {
            RawStream stream = stream(dict, n, g);
            return Optional.of(new Numbered(n, g, new Loaded(dict, Optional.of(stream))));
        }
        return Optional.of(new Numbered(n, g, Loaded.of(value)));
    }

    /** 7.3.8. */
    private RawStream stream(Cos.Dict dict, int number, int generation) {
        if (window.peek() == ' ') {
            window.next();
        }
        if (window.peek() == '\r') {
            window.next();
        }
        if (window.peek() == '\n') {
            window.next();
        }
        long start = window.position();
        long named = Cos.integer(resolve(dict.get("Length")), -1);
        long length = streamEnd.length(start, named);
        irregular |= length != named;
        return new RawStream(dict, start, length, number, generation);
    }

    private Optional<Loaded> member(int number, Entry.In in) {
        Optional<Lexer> found = objectStream(in.stream()).flatMap(stream -> stream.at(number, in.index()));
        return found.map(lexer -> {
            ObjectParser parser = new ObjectParser(lexer, s -> s, reached::named);
            long start = lexer.input().position();
            Cos value = parser.parse();
            spend(lexer.input().position() - start);
            irregular |= parser.irregular();
            return Loaded.of(value);
        });
    }

    /** An object that is named and was not read, from a number on; negative where there is none. */
    public int waiting(int from) {
        return reached.waiting(from);
    }

    /** Sees what an object names that is not needed, without mending what is wrong with it. */
    public void follow(int number) {
        reached.read(number);
        switch (xref.entries.getOrDefault(number, new Entry.Free())) {
            case Entry.Free none -> {}
            case Entry.At at -> numbered(at.offset(), decryptor, reached::named);
            case Entry.In in -> member(number, in);
        }
    }

    /** Says that the file names an object elsewhere than in an object. */
    public void names(Cos value) {
        if (value instanceof Cos.Ref ref) {
            reached.named(ref.number());
        }
    }

    /** Objects of the tables that nothing names which was read, in the order of their numbers. */
    public List<Integer> strays() {
        return xref.entries.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Entry.Free))
                .map(Map.Entry::getKey)
                .filter(number -> !reached.has(number) && !xref.containers.contains(number))
                .sorted()
                .toList();
    }

    /** Whether an object holds what the file says, rather than say how the file is written. */
    public boolean isContent(int number) {
        if (!(xref.entries.get(number) instanceof Entry.At at)) {
            return true;
        }
        Optional<Cos.Dict> dict = plainAt(at.offset())
                .filter(object -> object.number() == number)
                .map(object -> object.loaded().dict());
        return dict.isPresent()
                && !dict.get().has("Linearized")
                && !HOLDERS.contains(dict.get().name("Type"))
                && at.offset() != hints();
    }

    /** Where the hints of a linearized file stand (annex F.3.4), as its first object says; negative where there are none. */
    private long hints() {
        long first = xref.entries.values().stream()
                .mapToLong(entry -> entry instanceof Entry.At at ? at.offset() : Long.MAX_VALUE)
                .min()
                .orElse(0);
        return plainAt(first)
                .map(object -> object.loaded().dict())
                .filter(dict -> dict.has("Linearized"))
                .map(dict -> dict.get("H") instanceof Cos.Arr place ? Cos.integer(place.get(0), -1) : -1)
                .orElse(-1);
    }

    List<Integer> membersOf(int stream) {
        return objectStream(stream).map(ObjectStream::numbers).orElse(List.of());
    }

    /** What was parsed: objects that lie over each other must not be read again and again without end. */
    private void spend(long bytes) {
        lastLength = bytes;
        budget.decode(bytes);
    }

    private Optional<ObjectStream> objectStream(int number) {
        Optional<ObjectStream> known = objectStreams.get(number);
        if (known.isPresent()) {
            return known;
        }
        if (!(xref.entries.get(number) instanceof Entry.At)) {
            return Optional.empty();
        }
        Loaded container = load(number);
        if (container.stream().isEmpty() || !container.dict().name("Type").equals("ObjStm")) {
            return Optional.empty();
        }
        xref.containers.add(number);
        byte[] data = bytes(container.stream().get(), LARGEST_OBJECT_STREAM);
        int first = Math.max(0, Cos.integer(resolve(container.dict().get("First")), 0));
        int count = Math.max(0, Cos.integer(resolve(container.dict().get("N")), 0));
        ObjectStream read = new ObjectStream(data, first, count);
        objectStreams.put(number, read, read.weight());
        return Optional.of(read);
    }

    /** Through all filters; a picture's own codec is left. */
    public Decoders.Decoded open(RawStream stream) {
        return decoders.open(encoded(stream), stream.dict());
    }

    public InputStream decoded(RawStream stream) {
        return open(stream).in();
    }

    /** Decrypted, with all its filters still on. */
    public InputStream encoded(RawStream stream) {
        InputStream raw = content.slice(stream.offset(), stream.length()).stream();
        if (Decoders.isLeftPlain(stream.dict(), this::resolve)) {
            leftPlain |= !stream.dict().name("Type").equals("Metadata");
            return raw;
        }
        return decryptor.stream(stream.number(), stream.generation(), raw);
    }

    /**
     * All of a stream, decoded.
     *
     * @throws jp.kiyome.core.finding.Refusal when there are {@code most} bytes or more
     */
    public byte[] bytes(RawStream stream, int most) {
        try (InputStream in = decoded(stream)) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == most && in.read() >= 0) {
                throw Malformed.tooMuch("a stream of more than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Decoders decoders() {
        return decoders;
    }
}
