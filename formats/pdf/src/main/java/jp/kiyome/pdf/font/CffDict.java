package jp.kiyome.pdf.font;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.pdf.cos.Num;

/** Dictionaries of compact font format (Adobe Technical Note 5176, section 4): numbers alone, real ones too. Stateless. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class CffDict {

    private static final int ESCAPE = 12 << 8;
    private static final String NIBBLES = "0123456789.EE -";

    private CffDict() {}

    static TreeMap<Integer, List<Num>> read(FontBytes in) {
        TreeMap<Integer, List<Num>> dict = new TreeMap<>();
        List<Num> operands = new ArrayList<>();
        while (in.more()) {
            int b = in.u8();
            if (b <= 21) {
                dict.putIfAbsent(b == 12 ? ESCAPE | in.u8() : b, List.copyOf(operands));
                operands.clear();
            } else {
                operands.add(number(in, b));
                if (operands.size() > 48) {
                    throw new FontBytes.Unreadable("operands");
                }
            }
        }
        return dict;
    }

    private static Num number(FontBytes in, int b) {
        return switch (b) {
            case 28 -> new Num(in.s16(), 0);
            case 29 -> new Num((int) in.u32(), 0);
            case 30 -> real(in);
            default -> {
                if (b >= 32 && b <= 246) {
                    yield new Num(b - 139, 0);
                }
                if (b >= 247 && b <= 250) {
                    yield new Num((b - 247) * 256 + in.u8() + 108, 0);
                }
                if (b >= 251 && b <= 254) {
                    yield new Num(-(b - 251) * 256 - in.u8() - 108, 0);
                }
                throw new FontBytes.Unreadable("number");
            }
        };
    }

    private static Num real(FontBytes in) {
        StringBuilder text = new StringBuilder();
        while (true) {
            int pair = in.u8();
            for (int nibble : new int[] {pair >> 4, pair & 15}) {
                if (nibble == 15) {
                    return parsed(text.toString());
                }
                text.append(NIBBLES.charAt(nibble));
                if (nibble == 12) {
                    text.append('-');
                }
            }
            if (text.length() > 40) {
                throw new FontBytes.Unreadable("number");
            }
        }
    }

    static Num parsed(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.abs().compareTo(BigDecimal.valueOf(1_000_000_000L)) > 0 || value.scale() > 60) {
                throw new FontBytes.Unreadable("number");
            }
            BigDecimal cut = value.setScale(9, RoundingMode.HALF_EVEN);
            return new Num(cut.unscaledValue().longValueExact(), 9);
        } catch (NumberFormatException | ArithmeticException broken) {
            throw new FontBytes.Unreadable("number");
        }
    }

    static TreeMap<Integer, List<Num>> only(Map<Integer, List<Num>> dict, Set<Integer> keys) {
        TreeMap<Integer, List<Num>> kept = new TreeMap<>();
        dict.forEach((key, value) -> {
            if (keys.contains(key) && !value.isEmpty()) {
                kept.put(key, value);
            }
        });
        return kept;
    }

    static void write(FontOut out, Map<Integer, List<Num>> dict) {
        dict.forEach((operator, operands) -> {
            operands.forEach(number -> write(out, number));
            operator(out, operator);
        });
    }

    static void operator(FontOut out, int operator) {
        if (operator >= ESCAPE) {
            out.u8(12);
        }
        out.u8(operator & 0xFF);
    }

    private static void write(FontOut out, Num number) {
        if (number.whole()) {
            long value = number.unscaled();
            if (value >= -107 && value <= 107) {
                out.u8((int) value + 139);
            } else if (value >= -32768 && value <= 32767) {
                out.u8(28).u16((int) value);
            } else {
                wide(out, (int) value);
            }
            return;
        }
        String text = BigDecimal.valueOf(number.unscaled(), number.scale()).toPlainString();
        out.u8(30);
        int held = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int nibble = c == '-' ? 14 : c == '.' ? 10 : c - '0';
            if (held < 0) {
                held = nibble;
            } else {
                out.u8(held << 4 | nibble);
                held = -1;
            }
        }
        out.u8(held < 0 ? 0xFF : held << 4 | 15);
    }

    /** Always five bytes: offsets are known when sizes are. */
    static void wide(FontOut out, int value) {
        out.u8(29).u32(value);
    }
}
