package jp.kiyome.office.ooxml;

import jp.kiyome.container.xml.AllowList;

/**
 * The rules of Office Open XML as data.
 *
 * @param list the vocabularies: elements, attributes, values
 * @param kinds the parts
 */
record OoxmlRules(AllowList list, PartKinds kinds) {

    static OoxmlRules load() {
        return new OoxmlRules(AllowLists.vocabularies(), PartKinds.load());
    }
}
