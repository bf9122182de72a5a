package jp.kiyome.cad.dxf.pairs;

import java.util.List;

/**
 * What stands from one group code 0 to the next; in the HEADER section from one group code 9 to the next.
 *
 * @param name the value of the first code
 * @param pairs those behind it
 */
public record DxfRecord(String name, List<Pair> pairs) {

    public DxfRecord {
        pairs = List.copyOf(pairs);
    }

    /** The value of the first pair with a code; empty where there is none. */
    public String first(int code) {
        for (Pair pair : pairs) {
            if (pair.code() == code) {
                return pair.value();
            }
        }
        return "";
    }
}
