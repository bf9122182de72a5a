package jp.kiyome.office.doc.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.value.AllowLines;

/** Reads the pieces that a text is made of ([MS-DOC] 2.8.35, Clx). */
final class PieceTable {

    private static final int PROPERTIES = 1;
    private static final int PIECES = 2;
    private static final int COMPRESSED = 1 << 30;

    /** Properties that a piece names by seven bits ([MS-DOC] 2.9.215, Prm0). */
    private static final Map<Integer, Integer> SHORT = shorts();

    private PieceTable() {}

    private static Map<Integer, Integer> shorts() {
        Map<Integer, Integer> codes = new HashMap<>();
        AllowLines.of(PieceTable.class, "prm0.allow")
                .forEach(words -> codes.put(Integer.decode(words.getFirst()), Integer.decode(words.get(1))));
        return Map.copyOf(codes);
    }

    /** Pieces up to the last place that counts, each from where the one before ends. */
    static List<Piece> read(In in, int total) {
        List<List<Sprm>> properties = new ArrayList<>();
        while (in.left() > 0) {
            int kind = in.u8();
            if (kind == PIECES) {
                return pieces(Plc.read(in.part(in.i32()), 8), properties, total, in);
            }
            if (kind != PROPERTIES) {
                throw in.broken("kind " + kind);
            }
            properties.add(Sprm.read(in.part(in.u16())));
        }
        throw in.broken("no pieces");
    }

    private static List<Piece> pieces(Plc plc, List<List<Sprm>> properties, int total, In in) {
        List<Piece> pieces = new ArrayList<>();
        if (plc.count() == 0 || plc.places()[0] != 0 || plc.places()[plc.count()] < total) {
            throw in.broken("pieces lack");
        }
        for (int i = 0; i < plc.count() && plc.places()[i] < total; i++) {
            int from = plc.places()[i];
            int to = Math.min(total, plc.places()[i + 1]);
            In data = plc.at(i);
            data.skip(2);
            int fc = data.i32();
            boolean compressed = (fc & COMPRESSED) != 0;
            long offset = fc & (COMPRESSED - 1);
            List<Sprm> sprms = sprms(data.u16(), properties);
            if (to > from) {
                pieces.add(new Piece(from, to, compressed ? offset / 2 : offset, compressed ? 1 : 2, sprms));
            }
        }
        return pieces;
    }

    private static List<Sprm> sprms(int prm, List<List<Sprm>> properties) {
        if ((prm & 1) != 0) {
            return prm >> 1 < properties.size() ? properties.get(prm >> 1) : List.of();
        }
        Integer code = SHORT.get(prm >> 1 & 0x7F);
        return code == null ? List.of() : List.of(Sprm.of(code, prm >> 8));
    }
}
