package jp.kiyome.pdf.font;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.Num;

/**
 * Reads Type 1 programs (Adobe Type 1 Font Format): numbers of the matrix and the box, the encoding and the outlines are looked up; no
 * PostScript is run. Not thread-safe.
 */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class Type1Reader {

    private static final int MOST_GLYPHS = 65_535;
    private static final Pattern MATRIX = Pattern.compile("/FontMatrix\\s*\\[([-+.0-9eE\\s]{1,200})\\]");
    private static final Pattern BOX = Pattern.compile("/FontBBox\\s*[\\[{]([-+.0-9eE\\s]{1,200})[\\]}]");
    private static final Pattern DUP = Pattern.compile("dup\\s+(\\d{1,3})\\s*/([^\\s/\\[\\](){}<>%]{1,63})\\s+put");
    private static final Pattern SUBR = Pattern.compile("dup\\s+(\\d{1,5})\\s+(\\d{1,5})\\s+(?:RD|-\\||\\S{1,8}) ");
    private static final Pattern CHAR =
            Pattern.compile("/([^\\s/\\[\\](){}<>%]{1,63})\\s+(\\d{1,5})\\s+(?:RD|-\\||\\S{1,8}) ");
    private static final Pattern LENIV = Pattern.compile("/lenIV\\s+(-?\\d)");

    private Type1Reader() {}

    static boolean begins(byte[] program) {
        return program.length > 4 && (program[0] == '%' && program[1] == '!' || (program[0] & 0xFF) == 0x80);
    }

    static boolean hasStrangeMatrix(byte[] program) {
        String text = new String(program, StandardCharsets.ISO_8859_1);
        return text.contains("/FontMatrix") && numbers(MATRIX, text, 6).isEmpty();
    }

    static Outlines read(byte[] program, Budget budget) {
        byte[] font = (program[0] & 0xFF) == 0x80 ? unwrapped(program) : program;
        String clear = new String(font, StandardCharsets.ISO_8859_1);
        int eexec = clear.indexOf("eexec");
        if (eexec < 0) {
            throw new FontBytes.Unreadable("no eexec");
        }
        String secret = new String(decrypted(font, eexec + 5), StandardCharsets.ISO_8859_1);
        String head = clear.substring(0, eexec);
        Matcher leniv = LENIV.matcher(secret);
        int skip = leniv.find() ? Integer.parseInt(leniv.group(1)) : 4;
        int start = secret.indexOf("/CharStrings");
        if (start < 0 || skip < 0) {
            throw new FontBytes.Unreadable("no charstrings");
        }
        Map<Integer, byte[]> subroutines = new HashMap<>();
        int subrs = secret.indexOf("/Subrs");
        if (subrs >= 0) {
            for (Map.Entry<String, byte[]> entry :
                    charstrings(secret, SUBR, subrs, skip).entrySet()) {
                subroutines.put(Integer.parseInt(entry.getKey()), entry.getValue());
            }
        }
        Map<String, byte[]> glyphs = charstrings(secret, CHAR, start + 12, skip);
        return outlines(head, glyphs, subroutines, budget);
    }

    private static Outlines outlines(
            String head, Map<String, byte[]> glyphs, Map<Integer, byte[]> subroutines, Budget budget) {
        List<String> names = new ArrayList<>();
        List<byte[]> outlines = new ArrayList<>();
        names.add(".notdef");
        outlines.add(outline(glyphs.getOrDefault(".notdef", new byte[] {14}), subroutines));
        glyphs.forEach((name, charstring) -> {
            if (!name.equals(".notdef") && GlyphNames.NAME.matcher(name).matches()) {
                budget.checkTime();
                names.add(name);
                outlines.add(outline(charstring, subroutines));
                budget.decode(charstring.length);
            }
        });
        if (names.size() < 2 || names.size() > MOST_GLYPHS) {
            throw new FontBytes.Unreadable("no glyphs");
        }
        TreeMap<Integer, List<Num>> top = new TreeMap<>();
        numbers(MATRIX, head, 6).ifPresent(matrix -> top.put(12 << 8 | 7, matrix));
        numbers(BOX, head, 4).ifPresent(box -> top.put(5, box));
        Outlines.Part part = new Outlines.Part(new TreeMap<>(), new TreeMap<>());
        return new Outlines(
                false, List.of(), top, names, outlines, encoding(head, names), 0, new int[0], List.of(part));
    }

    private static byte[] outline(byte[] charstring, Map<Integer, byte[]> subroutines) {
        try {
            return new Type1Charstring(subroutines).outline(charstring);
        } catch (FontBytes.Unreadable broken) {
            // One glyph that draws nothing.
            return new byte[] {14};
        }
    }

    /** Only numbers: whatever else stands in a matrix is not looked at (CVE-2024-4367). */
    private static Optional<List<Num>> numbers(Pattern pattern, String head, int count) {
        Matcher match = pattern.matcher(head);
        if (!match.find()) {
            return Optional.empty();
        }
        List<Num> numbers = new ArrayList<>();
        for (String word : match.group(1).strip().split("\\s+", -1)) {
            numbers.add(CffDict.parsed(word));
        }
        return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
    }

    private static int[] encoding(String head, List<String> names) {
        int[] encoding = new int[256];
        Map<String, Integer> glyphs = new HashMap<>();
        for (int i = 1; i < names.size(); i++) {
            glyphs.putIfAbsent(names.get(i), i);
        }
        int at = head.indexOf("/Encoding");
        if (at < 0 || head.startsWith("StandardEncoding", at + 10)) {
            for (int code = 0; code < 256; code++) {
                encoding[code] = glyphs.getOrDefault(StandardNames.ofCode(code), 0);
            }
            return encoding;
        }
        Matcher match = DUP.matcher(head);
        for (int from = at; match.find(from); from = match.end()) {
            int code = Integer.parseInt(match.group(1));
            if (code < 256) {
                encoding[code] = glyphs.getOrDefault(match.group(2), 0);
            }
        }
        return encoding;
    }

    private static Map<String, byte[]> charstrings(String secret, Pattern pattern, int from, int skip) {
        Map<String, byte[]> found = new LinkedHashMap<>();
        Matcher match = pattern.matcher(secret);
        int at = from;
        while (match.find(at)) {
            int length = Integer.parseInt(match.group(2));
            int end = match.end() + length;
            if (end > secret.length()
                    || pattern == SUBR && secret.substring(at, match.start()).contains("/CharStrings")) {
                break;
            }
            byte[] data = secret.substring(match.end(), end).getBytes(StandardCharsets.ISO_8859_1);
            byte[] plain = decrypted(data, 0, data.length, 4330);
            found.putIfAbsent(match.group(1), Arrays.copyOfRange(plain, Math.min(skip, plain.length), plain.length));
            at = end;
            if (found.size() > MOST_GLYPHS) {
                throw new FontBytes.Unreadable("glyphs");
            }
        }
        return found;
    }

    /** Segments with lengths, as PFB files have them. */
    private static byte[] unwrapped(byte[] program) {
        FontOut out = new FontOut();
        FontBytes in = new FontBytes(program);
        while (in.more() && in.u8() == 0x80 && in.u8() < 3) {
            long length = Integer.reverseBytes((int) in.u32()) & 0xFFFFFFFFL;
            out.bytes(in.bytes((int) Math.min(Integer.MAX_VALUE, length)));
        }
        return out.toByteArray();
    }

    private static byte[] decrypted(byte[] font, int from) {
        int at = from;
        while (at < font.length && (font[at] == ' ' || font[at] == '\r' || font[at] == '\n' || font[at] == '\t')) {
            at++;
        }
        boolean hex = at + 4 <= font.length;
        for (int i = at; i < Math.min(at + 4, font.length); i++) {
            hex &= Character.digit(font[i], 16) >= 0;
        }
        byte[] data = hex ? unhexed(font, at) : Arrays.copyOfRange(font, at, font.length);
        byte[] plain = decrypted(data, 0, data.length, 55665);
        return Arrays.copyOfRange(plain, Math.min(4, plain.length), plain.length);
    }

    private static byte[] unhexed(byte[] font, int from) {
        FontOut out = new FontOut();
        int high = -1;
        for (int i = from; i < font.length; i++) {
            int digit = Character.digit(font[i], 16);
            if (digit >= 0 && high < 0) {
                high = digit;
            } else if (digit >= 0) {
                out.u8(high << 4 | digit);
                high = -1;
            }
        }
        return out.toByteArray();
    }

    private static byte[] decrypted(byte[] data, int from, int to, int key) {
        byte[] plain = new byte[to - from];
        int r = key;
        for (int i = from; i < to; i++) {
            int c = data[i] & 0xFF;
            plain[i - from] = (byte) (c ^ r >> 8);
            r = (c + r) * 52845 + 22719 & 0xFFFF;
        }
        return plain;
    }
}
