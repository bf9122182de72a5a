package jp.kiyome.cad.dxf.write;

import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.Pair;

/** Where pairs are written. Not thread-safe. */
public interface PairOutput {

    void put(int code, String value);

    /** Writes a record with the code that it begins with. */
    default void put(int mark, DxfRecord record) {
        put(mark, record.name());
        for (Pair pair : record.pairs()) {
            put(pair.code(), pair.value());
        }
    }
}
