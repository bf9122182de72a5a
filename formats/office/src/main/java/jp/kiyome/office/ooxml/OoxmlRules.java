package jp.kiyome.office.ooxml;

import jp.kiyome.container.xml.AllowList;

/**
 * The rules of Office Open XML as data.
 *
 * @param list the vocabularies: elements, attributes, values
 * @param kinds the parts
 */
record OoxmlRules(AllowList list, PartKinds kinds) {

    /** All of them, read when first asked for: most processes that know of Office Open XML are given none. */
    static OoxmlRules all() {
        return Read.ALL;
    }

    private static final class Read {
        static final OoxmlRules ALL = new OoxmlRules(AllowLists.vocabularies(), PartKinds.load());
    }
}
