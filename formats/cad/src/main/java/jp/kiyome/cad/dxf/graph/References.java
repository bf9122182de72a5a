package jp.kiyome.cad.dxf.graph;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.Numbers;
import jp.kiyome.cad.dxf.pairs.Pair;
import jp.kiyome.cad.dxf.rules.Check;
import jp.kiyome.cad.dxf.rules.RecordKind;
import jp.kiyome.cad.dxf.rules.RecordRule;
import jp.kiyome.cad.dxf.rules.RuleBook;

/** Finds the handle of a record that a filter let through, and the handles that it refers to. Stateless. */
final class References {

    static final int GROUP = 102;
    static final int OWNER = 330;
    static final int EXTENDED_REFERENCE = 1005;
    private static final int EXTENSION = 360;

    /** One reference: where in the record's pairs, how it is meant, and to what. */
    record Reference(int at, Check check, long target) {}

    private References() {}

    /** Where in the pairs the record's own handle stands; below zero where it has none. */
    static int own(RecordKind kind, DxfRecord record) {
        if (kind == RecordKind.VARIABLE) {
            return -1;
        }
        int code = record.name().equals("DIMSTYLE") ? 105 : 5;
        for (int i = 0; i < record.pairs().size(); i++) {
            if (record.pairs().get(i).code() == code) {
                return i;
            }
        }
        return -1;
    }

    /** Every reference, in order. */
    static List<Reference> of(RecordKind kind, DxfRecord record) {
        RecordRule rule = RuleBook.get().rule(kind, record.name()).orElseThrow();
        int own = own(kind, record);
        List<Reference> found = new ArrayList<>();
        boolean inGroup = false;
        for (int i = 0; i < record.pairs().size(); i++) {
            Pair pair = record.pairs().get(i);
            if (pair.code() == GROUP) {
                inGroup = !pair.value().equals("}");
            } else if (pair.code() == EXTENDED_REFERENCE) {
                found.add(new Reference(i, Check.REF, Numbers.handle(pair.value())));
            } else if (inGroup) {
                found.add(new Reference(i, Check.LIST, Numbers.handle(pair.value())));
            } else if (i != own && pair.code() < EXTENDED_REFERENCE) {
                Check check = rule.of(pair.code()).map(r -> r.check()).orElse(Check.NUMBER);
                if (check.reference()) {
                    found.add(new Reference(i, check, Numbers.handle(pair.value())));
                }
            }
        }
        return found;
    }

    /** Whether a reference keeps its target in the drawing: all but those to owners and to who wants to be told. */
    static boolean keeps(DxfRecord record, Reference reference) {
        int code = record.pairs().get(reference.at).code();
        return code != OWNER && code != EXTENDED_REFERENCE && code != 5 && code != 331;
    }

    /** The extension dictionary; 0 where the record has none. */
    static long extension(DxfRecord record) {
        for (int i = 1; i < record.pairs().size(); i++) {
            if (record.pairs().get(i - 1).is(GROUP, "{ACAD_XDICTIONARY")
                    && record.pairs().get(i).code() == EXTENSION) {
                return Numbers.handle(record.pairs().get(i).value());
            }
        }
        return 0;
    }
}
