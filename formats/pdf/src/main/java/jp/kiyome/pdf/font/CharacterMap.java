package jp.kiyome.pdf.font;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.CosWriter;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.cos.ObjectParser;

/** Character maps (ISO 32000-2, 9.7.5 and 9.10.3): their ranges are read and written anew, nothing else of them. Not thread-safe. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
public final class CharacterMap {

    private static final int MOST_RANGES = 200_000;
    private static final int LONGEST_TEXT = 512;
    private static final int PER_SECTION = 100;

    /** Table 116. */
    private static final Set<String> PREDEFINED = Set.of(
            ("Identity-H Identity-V GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H"
                            + " GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V"
                            + " ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V"
                            + " UniCNS-UTF16-H UniCNS-UTF16-V 83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V"
                            + " 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V"
                            + " UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V UniJIS2004-UTF16-H"
                            + " UniJIS2004-UTF16-V KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V"
                            + " KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V")
                    .split(" ", -1));

    /** What a map defines, and the words around its ranges (Adobe Technical Note 5014); no reader runs them. */
    private static final Set<String> DEFINED = Set.of(
            "CIDSystemInfo",
            "CMapName",
            "CMapType",
            "CMapVersion",
            "Ordering",
            "Registry",
            "Supplement",
            "UIDOffset",
            "WMode",
            "XUID");

    private static final Set<String> FRAME = Set.of(
            "CMapName",
            "begin",
            "beginbfchar",
            "beginbfrange",
            "begincidchar",
            "begincidrange",
            "begincmap",
            "begincodespacerange",
            "currentdict",
            "defineresource",
            "dict",
            "dup",
            "end",
            "endcmap",
            "findresource",
            "pop",
            "usecmap");

    /** The codes from {@code low} to {@code high}, of so many bytes. */
    private record Range(String low, String high, Cos target) {}

    private final Budget budget;
    private final List<Range> spaces = new ArrayList<>();
    private final TreeMap<String, Range> ranges = new TreeMap<>();
    private int vertical;
    private boolean more;
    private int steps;

    private CharacterMap(Budget budget) {
        this.budget = budget;
    }

    public static boolean predefined(String name) {
        return PREDEFINED.contains(name);
    }

    /**
     * A map written anew.
     *
     * @param more whether something else stood in it, which is gone
     */
    // Nobody compares two of these.
    @SuppressWarnings("ArrayRecordComponent")
    public record Rebuilt(byte[] bytes, boolean more) {}

    /** From codes to text; empty where nothing in it can be read. */
    public static Optional<Rebuilt> toUnicode(byte[] map, Budget budget) {
        CharacterMap read = new CharacterMap(budget);
        read.read(map, true);
        return read.ranges.isEmpty() ? Optional.empty() : Optional.of(read.rebuilt("bfrange", "bfchar"));
    }

    /** A map from codes to text, for asking it. */
    public static CharacterMap texts(byte[] map, Budget budget) {
        CharacterMap read = new CharacterMap(budget);
        read.read(map, true);
        return read;
    }

    /** What a code stands for. */
    public Optional<String> text(String code) {
        Map.Entry<String, Range> found = ranges.floorEntry(code);
        if (found == null) {
            return Optional.empty();
        }
        Range range = found.getValue();
        return range.low.length() == code.length()
                        && range.high.compareTo(code) >= 0
                        && range.target instanceof Cos.Str first
                ? plus(first, (int) span(range.low, code))
                        .map(text -> new String(text.toBytes(), StandardCharsets.UTF_16BE))
                : Optional.empty();
    }

    /** From codes to glyphs; empty where nothing in it can be read. */
    public static Optional<Rebuilt> toGlyphs(byte[] map, Budget budget) {
        CharacterMap read = new CharacterMap(budget);
        read.read(map, false);
        return read.ranges.isEmpty() && read.spaces.isEmpty()
                ? Optional.empty()
                : Optional.of(read.rebuilt("cidrange", "cidchar"));
    }

    private void read(byte[] map, boolean text) {
        Lexer lexer = new Lexer(ByteInput.of(map));
        ObjectParser parser = new ObjectParser(lexer, s -> s);
        List<Cos> operands = new ArrayList<>();
        for (Lexer.Token token = lexer.next(); token != Lexer.Token.END; token = lexer.next()) {
            if (++steps % 4096 == 0) {
                budget.checkTime();
            }
            switch (token) {
                case NUMBER, NAME, STRING -> operands.add(lexer.value());
                case ARRAY, DICT -> operands.add(parser.parse(token));
                case KEYWORD -> {
                    keyword(lexer.word(), operands, text);
                    operands.clear();
                }
                default -> more = true;
            }
            if (operands.size() > 3 * MOST_RANGES) {
                operands.clear();
            }
        }
        more |= lexer.sawComments();
    }

    private void keyword(String word, List<Cos> operands, boolean text) {
        switch (word) {
            case "endcodespacerange" -> {
                for (int i = 0; i + 1 < operands.size() && spaces.size() < 100; i += 2) {
                    range(operands.get(i), operands.get(i + 1), Cos.NULL).ifPresent(spaces::add);
                }
            }
            case "endbfchar", "endcidchar" -> {
                for (int i = 0; i + 1 < operands.size(); i += 2) {
                    add(operands.get(i), operands.get(i), operands.get(i + 1), text);
                }
            }
            case "endbfrange", "endcidrange" -> {
                for (int i = 0; i + 2 < operands.size(); i += 3) {
                    add(operands.get(i), operands.get(i + 1), operands.get(i + 2), text);
                }
            }
            case "def" -> {
                boolean mode = operands.size() >= 2
                        && operands.get(operands.size() - 2).equals(Cos.name("WMode"))
                        && operands.getLast().equals(Cos.num(1));
                vertical = mode ? 1 : vertical;
                more |= operands.size() >= 2
                        && operands.get(operands.size() - 2) instanceof Cos.Name key
                        && !DEFINED.contains(key.text());
            }
            default -> more |= !FRAME.contains(word);
        }
    }

    private void add(Cos low, Cos high, Cos target, boolean text) {
        if (text && target instanceof Cos.Arr all && low instanceof Cos.Str first) {
            for (int i = 0; i < all.size(); i++) {
                Optional<Cos.Str> code = plus(first, i);
                if (code.isPresent() && all.get(i) instanceof Cos.Str) {
                    add(code.get(), code.get(), all.get(i), true);
                }
            }
            return;
        }
        boolean fits = text
                ? target instanceof Cos.Str string
                        && string.bytes().length() <= LONGEST_TEXT
                        && !string.bytes().isEmpty()
                : target instanceof Num number
                        && number.whole()
                        && number.unscaled() >= 0
                        && number.unscaled() <= 65535;
        if (fits && ranges.size() < MOST_RANGES) {
            range(low, high, target).ifPresent(range -> ranges.putIfAbsent(range.low, range));
        }
    }

    /** Codes of one to four bytes, and not more of them than four bytes can count. */
    private static Optional<Range> range(Cos low, Cos high, Cos target) {
        return low instanceof Cos.Str from
                        && high instanceof Cos.Str to
                        && from.bytes().length() == to.bytes().length()
                        && !from.bytes().isEmpty()
                        && from.bytes().length() <= 4
                        && (target instanceof Cos.Null
                                || from.bytes().compareTo(to.bytes()) <= 0 && span(from.bytes(), to.bytes()) <= 65535)
                ? Optional.of(new Range(from.bytes(), to.bytes(), target))
                : Optional.empty();
    }

    private static long span(String from, String to) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < from.length(); i++) {
            low = low << 8 | from.charAt(i);
            high = high << 8 | to.charAt(i);
        }
        return high - low;
    }

    private static Optional<Cos.Str> plus(Cos.Str code, int more) {
        char[] bytes = code.bytes().toCharArray();
        int carry = more;
        for (int i = bytes.length - 1; i >= 0 && carry > 0; i--) {
            carry += bytes[i];
            bytes[i] = (char) (carry & 0xFF);
            carry >>= 8;
        }
        return carry == 0 ? Optional.of(new Cos.Str(new String(bytes))) : Optional.empty();
    }

    private Rebuilt rebuilt(String rangeWord, String charWord) {
        return new Rebuilt(written(rangeWord, charWord), more);
    }

    private byte[] written(String rangeWord, String charWord) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(
                out,
                "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Kiyome def\n/CMapType 2 def\n");
        text(out, "/WMode " + vertical + " def\n");
        section(out, "codespacerange", spaces, false);
        List<Range> single = new ArrayList<>();
        List<Range> wide = new ArrayList<>();
        for (Map.Entry<String, Range> entry : ranges.entrySet()) {
            Range range = entry.getValue();
            (range.low.equals(range.high) ? single : wide).add(range);
        }
        section(out, charWord, single, true);
        section(out, rangeWord, wide, false);
        text(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return out.toByteArray();
    }

    private static void section(ByteArrayOutputStream out, String word, List<Range> all, boolean single) {
        for (int from = 0; from < all.size(); from += PER_SECTION) {
            List<Range> part = all.subList(from, Math.min(all.size(), from + PER_SECTION));
            text(out, part.size() + " begin" + word + "\n");
            for (Range range : part) {
                hex(out, range.low);
                if (!single) {
                    hex(out, range.high);
                }
                if (range.target instanceof Cos.Str text) {
                    hex(out, text.bytes());
                } else if (range.target instanceof Num number) {
                    text(out, " " + CosWriter.text(number));
                }
                out.write('\n');
            }
            text(out, "end" + word + "\n");
        }
    }

    private static void hex(ByteArrayOutputStream out, String bytes) {
        StringBuilder hex = new StringBuilder("<");
        bytes.chars().forEach(c -> hex.append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16)));
        text(out, hex.append('>').toString());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
