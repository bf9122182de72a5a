package jp.kiyome.pdf.content;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.cos.ObjectParser;

/** Finds where an inline picture ends and has it rebuilt (ISO 32000-2, 8.9.7). Not thread-safe. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class InlineImage {

    /** Bytes of one at most; the specification recommends 4 KiB. */
    private static final int LARGEST = 1 << 26;

    /** Bytes behind {@code EI} that must look like content. */
    private static final int LOOKED_AT = 12;

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("BPC", "BitsPerComponent"),
            Map.entry("CS", "ColorSpace"),
            Map.entry("D", "Decode"),
            Map.entry("DP", "DecodeParms"),
            Map.entry("F", "Filter"),
            Map.entry("H", "Height"),
            Map.entry("IM", "ImageMask"),
            Map.entry("I", "Interpolate"),
            Map.entry("L", "Length"),
            Map.entry("W", "Width"));

    private final Lexer lexer;
    private final InlinePictures pictures;
    private boolean surplus;

    InlineImage(Lexer lexer, InlinePictures pictures) {
        this.lexer = lexer;
        this.pictures = pictures;
    }

    /** Whether there was something that is no entry, or an entry there already. */
    boolean sawSurplus() {
        return surplus;
    }

    /** Reads on from behind {@code BI}; empty where the picture cannot be kept. */
    Optional<InlinePictures.Picture> read() {
        TreeMap<String, Cos> entries = new TreeMap<>();
        ObjectParser parser = new ObjectParser(lexer, s -> s);
        while (true) {
            Lexer.Token token = lexer.next();
            if (token == Lexer.Token.KEYWORD && lexer.word().equals("ID")) {
                break;
            }
            if (token == Lexer.Token.KEYWORD && lexer.word().equals("EI") || token == Lexer.Token.END) {
                return Optional.empty();
            }
            if (token == Lexer.Token.NAME && lexer.value() instanceof Cos.Name key) {
                Cos value = parser.parse();
                surplus |= entries.putIfAbsent(KEYS.getOrDefault(key.text(), key.text()), value) != null;
            } else {
                surplus = true;
            }
        }
        Cos.Dict dict = new Cos.Dict(entries);
        ByteInput in = lexer.input();
        if (Lexer.isSpace(in.peek())) {
            in.next();
        }
        return pictures.rebuild(new InlinePictures.Picture(dict, data(in, dict)));
    }

    private byte[] data(ByteInput in, Cos.Dict dict) {
        long named = dict.has("Filter") ? Cos.integer(dict.get("Length"), -1) : pictures.plainLength(dict);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (in.peek() != ByteInput.END) {
            boolean mayEnd = named < 0 || data.size() >= named;
            if (mayEnd && endsHere(in)) {
                break;
            }
            if (data.size() == LARGEST) {
                throw Malformed.tooMuch("an inline picture of more than " + LARGEST + " bytes");
            }
            data.write(in.next());
        }
        while (Lexer.isSpace(in.peek())) {
            in.next();
        }
        in.next();
        in.next();
        return data.toByteArray();
    }

    /** White space, {@code EI}, white space, and then content rather than samples. */
    private static boolean endsHere(ByteInput in) {
        int at = 0;
        if (Lexer.isSpace(in.peek(at))) {
            at++;
        } else if (in.peek() != 'E') {
            return false;
        }
        if (at > 0 && in.peek(0) == '\r' && in.peek(1) == '\n') {
            at++;
        }
        if (in.peek(at) != 'E' || in.peek(at + 1) != 'I') {
            return false;
        }
        int after = in.peek(at + 2);
        if (after != ByteInput.END && !Lexer.isSpace(after)) {
            return false;
        }
        for (int i = 0; i < LOOKED_AT; i++) {
            int c = in.peek(at + 2 + i);
            boolean looksRight = c == ByteInput.END || Lexer.isSpace(c) && c != 0 || c > ' ' && c < 0x7F;
            if (!looksRight) {
                return false;
            }
        }
        return true;
    }
}
