package jp.kiyome.cad.dxf.pairs;

/**
 * A group code and its value.
 *
 * @param value as the text form writes it: numbers in digits, chunks in hexadecimal digits
 */
public record Pair(int code, String value) {

    public boolean is(int other, String text) {
        return code == other && value.equals(text);
    }
}
