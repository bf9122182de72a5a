package jp.kiyome.office.odf;

import java.util.Set;
import jp.kiyome.container.xml.AllowList;
import jp.kiyome.container.xml.XmlOddities;

/** The allow-lists of OpenDocument, which stand beside this class. */
final class OdfRules {

    /** The value rules that {@link OdfJudge} implements. */
    static final Set<String> DELEGATED = Set.of(
            "uri",
            "picture",
            "picture-data",
            "subdocument",
            "font-name",
            "shape-name",
            "cells",
            "cell-formula",
            "condition",
            "writer-formula",
            "author",
            "mimetype",
            "sheet-name",
            "setting-set",
            "setting-name",
            "setting");

    private OdfRules() {}

    /** All of them, read when first asked for. */
    static AllowList list() {
        return Read.LIST;
    }

    /** For looks ahead, which tell nothing: the walk that follows does. */
    static final XmlOddities SILENT = new XmlOddities() {
        @Override
        public void comment() {}

        @Override
        public void processingInstruction() {}
    };

    private static final class Read {
        static final AllowList LIST = new AllowList(OdfRules.class::getResourceAsStream, DELEGATED);
    }
}
