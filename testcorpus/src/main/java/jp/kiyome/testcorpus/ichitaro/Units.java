package jp.kiyome.testcorpus.ichitaro;

import java.util.Arrays;
import jp.kiyome.testcorpus.zip.Bytes;

/** A text in the making: units of UTF-16 and records among them. */
final class Units {

    private final Bytes out = new Bytes();

    Units text(String text) {
        text.chars().forEach(out::bigEndian16);
        return this;
    }

    Units control(int... units) {
        Arrays.stream(units).forEach(out::bigEndian16);
        return this;
    }

    Units line(String text) {
        return text(text).control(0x0A);
    }

    /** An ordinary record with lengths that agree. */
    Units record(int kind, int... words) {
        int length = words.length + 7;
        return control(0x1C, kind, length).control(words).control(length, 0, kind, 0x1F);
    }

    /** A header of a line: items of tag, count and words. */
    Units paragraph(int... items) {
        int[] words = new int[items.length + 3];
        System.arraycopy(items, 0, words, 1, items.length);
        words[items.length + 1] = 0xFFFF;
        return record(0x10, words);
    }

    Units inline(int first, int second, String text) {
        control(0x1C, 1, 7, 0, first, second, 0x1D).text(text);
        return control(0x1E, 5, 0, 1, 0x1F);
    }

    Units ruby(String base, String reading) {
        return inline(0, 3, base).inline(1, 0x82, reading);
    }

    /** A line of a table: the header with its rules, cells, and the end of the row. */
    Units row(String... cells) {
        int width = 20;
        int[] rules = new int[2 + 3 + 4 * cells.length + 2];
        rules[0] = 0x8F;
        rules[1] = rules.length - 2;
        rules[2] = cells.length * (width + 2) + 2;
        for (int i = 0; i < cells.length; i++) {
            rules[5 + 4 * i] = 0x1B;
            rules[7 + 4 * i] = 8;
            rules[8 + 4 * i] = width;
        }
        rules[rules.length - 2] = 0x13;
        paragraph(rules);
        for (int i = 0; i < cells.length; i++) {
            record(0x30, 0, i * (width + 2) + 2, (i + 1) * (width + 2), 0xFF, 0).text(cells[i]);
        }
        return control(0x0E);
    }

    byte[] toArray() {
        return out.toArray();
    }

    int count() {
        return out.size() / 2;
    }
}
