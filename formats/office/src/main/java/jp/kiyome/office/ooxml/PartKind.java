package jp.kiyome.office.ooxml;

import java.util.List;

/**
 * A kind of part that is carried, as {@code parts.allow} describes it.
 *
 * @param name by which the vocabularies' {@code rel} rules call it
 * @param relationships relationship types that lead to it; short names where they stand behind a base
 * @param contentTypes content types it may have, the one written first; one word for kinds judged by their bytes
 * @param root its root element; empty for kinds that are not XML
 * @param records what {@code xlsb/records.allow} calls it; empty for kinds that are not made of records
 * @param outputName how it is called in the output
 * @param implicit kinds of parts that belong to it without being named inside
 * @param explicit kinds of parts that it names by relationship id
 * @param optional whether readers do without it
 */
record PartKind(
        String name,
        List<String> relationships,
        List<String> contentTypes,
        String root,
        String records,
        String outputName,
        List<String> implicit,
        List<String> explicit,
        boolean optional) {

    static final String IMAGE = "image";
    static final String PACKAGE = "package";
    static final String HYPERLINK = "hyperlink";

    boolean xml() {
        return !root.isEmpty();
    }

    /** Whether it is filtered: by elements or by records, where others are judged by their bytes. */
    boolean filtered() {
        return xml() || !records.isEmpty();
    }
}
