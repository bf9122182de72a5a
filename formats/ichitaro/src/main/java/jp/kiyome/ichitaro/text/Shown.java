package jp.kiyome.ichitaro.text;

import jp.kiyome.ichitaro.raw.Out;

/** The characters of a text that was filtered, without its records. Stateless. */
final class Shown {

    private static final int RECORD = 0x1C;
    private static final int INLINE_END = 0x1E;

    private Shown() {}

    static void append(int[] units, Out out) {
        int at = 0;
        while (at < units.length) {
            int unit = units[at];
            at += switch (unit) {
                case RECORD -> units[at + 2];
                case INLINE_END -> units[at + 1];
                default -> {
                    if (unit >= 0x20 || unit == '\n' || unit == '\t') {
                        out.u16(unit);
                    }
                    yield 1;
                }
            };
        }
    }
}
