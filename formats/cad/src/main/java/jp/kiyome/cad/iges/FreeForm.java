package jp.kiyome.cad.iges;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads values with delimiters between them and behind the last (IGES 5.3, 2.2.3). Not thread-safe. */
final class FreeForm {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[EDed][-+]?[0-9]{1,3})?");
    private static final int LONGEST_NUMBER = 64;

    private final String data;
    private final char between;
    private final char behind;
    private int at;
    private boolean ended;

    FreeForm(String data, char between, char behind) {
        this.data = data;
        this.between = between;
        this.behind = behind;
    }

    /** All values up to the delimiter of the record. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        while (!ended) {
            fields.add(field());
        }
        return fields;
    }

    /** Whether anything but blanks stands behind the record: a comment. */
    boolean commented() {
        return !data.substring(at).isBlank();
    }

    private Field field() {
        skipBlanks();
        int start = at;
        while (at < data.length() && data.charAt(at) >= '0' && data.charAt(at) <= '9') {
            at++;
        }
        if (at > start && at < data.length() && data.charAt(at) == 'H') {
            return text(start);
        }
        at = start;
        while (at < data.length() && data.charAt(at) != between && data.charAt(at) != behind) {
            at++;
        }
        String number = data.substring(start, at).strip();
        delimiter();
        if (number.isEmpty()) {
            return new Field.Empty();
        }
        boolean sound =
                number.length() <= LONGEST_NUMBER && NUMBER.matcher(number).matches();
        IgesLine.insist(sound, "no value");
        return new Field.Numeral(number.startsWith("+") ? number.substring(1) : number);
    }

    private Field text(int start) {
        IgesLine.insist(at - start <= 6, "a string too long");
        int length = Integer.parseInt(data.substring(start, at));
        IgesLine.insist(length <= data.length() - at - 1, "a string that ends early");
        String text = data.substring(at + 1, at + 1 + length);
        at += 1 + length;
        skipBlanks();
        delimiter();
        return new Field.Text(text);
    }

    private void skipBlanks() {
        while (at < data.length() && data.charAt(at) == ' ') {
            at++;
        }
    }

    private void delimiter() {
        IgesLine.insist(
                at < data.length() && (data.charAt(at) == between || data.charAt(at) == behind), "no delimiter");
        ended = data.charAt(at++) == behind;
    }
}
