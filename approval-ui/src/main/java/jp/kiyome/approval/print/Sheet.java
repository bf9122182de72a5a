package jp.kiyome.approval.print;

import java.util.List;
import java.util.Locale;

/** What is drawn on one page of A4, in points from its lower left corner (ISO 32000-2, 8.3.2.3). For one thread. */
final class Sheet {

    static final int WIDTH = 595;
    static final int HEIGHT = 842;

    /** From one line to the next, in sizes. */
    static final double LEADING = 1.45;

    private final StringBuilder content = new StringBuilder();

    /** Text that has a place in the structure, by the mark that it has there (14.7.5). */
    void text(String type, int mark, double x, double y, double size, List<String> lines) {
        content.append('/').append(type).append("<</MCID ").append(mark).append(">>BDC\n");
        draw(x, y, size, lines);
        content.append("EMC\n");
    }

    /** What is no part of the text (14.8.2.2). */
    void aside(double x, double y, double size, String text) {
        content.append("/Artifact BMC\n");
        draw(x, y, size, List.of(text));
        content.append("EMC\n");
    }

    private void draw(double x, double y, double size, List<String> lines) {
        double base = y;
        for (String line : lines) {
            content.append("BT ")
                    .append(number(x))
                    .append(' ')
                    .append(number(base))
                    .append(" Td\n");
            runs(line, size);
            content.append("ET\n");
            base -= size * LEADING;
        }
    }

    private void runs(String line, double size) {
        int[] signs = line.codePoints().toArray();
        int from = 0;
        for (int at = 1; at <= signs.length; at++) {
            if (at == signs.length || Face.of(signs[at]) != Face.of(signs[from])) {
                Face face = Face.of(signs[from]);
                content.append('/')
                        .append(face.resource())
                        .append(' ')
                        .append(number(size))
                        .append(" Tf ");
                content.append(face.written(new String(signs, from, at - from))).append(" Tj\n");
                from = at;
            }
        }
    }

    /** A bar, as full as a part of 1 says. It says no more than the number beside it. */
    void bar(double x, double y, double width, double height, double part) {
        content.append("/Artifact BMC\nq 0.9 g ");
        rectangle(x, y, width, height);
        content.append("0 0.09 0.757 rg ");
        rectangle(x, y, width * part, height);
        content.append("Q\nEMC\n");
    }

    void rule(double x, double y, double width) {
        content.append("/Artifact BMC\nq 0.6 g ");
        rectangle(x, y, width, 0.5);
        content.append("Q\nEMC\n");
    }

    private void rectangle(double x, double y, double width, double height) {
        for (double value : new double[] {x, y, width, height}) {
            content.append(number(value)).append(' ');
        }
        content.append("re f ");
    }

    /** Hundredths of a point. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
    }

    String content() {
        return content.toString();
    }
}
