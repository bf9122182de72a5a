package jp.kiyome.cad.iges;

import java.util.ArrayList;
import java.util.List;

/** Puts values into lines: numbers are never cut, strings go on in the first column of the next line. Stateless. */
final class Wrapped {

    private Wrapped() {}

    /** @param width columns for values in each line */
    static List<String> lines(List<Field> fields, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(width);
        for (int i = 0; i < fields.size(); i++) {
            String value = fields.get(i).written() + (i + 1 < fields.size() ? "," : ";");
            boolean whole = !(fields.get(i) instanceof Field.Text);
            // The count of a string stands on one line with its first character.
            if (line.length() + (whole ? value.length() : Math.min(value.length(), 8)) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int at = 0; at < value.length(); ) {
                int room = Math.min(width - line.length(), value.length() - at);
                line.append(value, at, at + room);
                at += room;
                if (line.length() == width && at < value.length()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
