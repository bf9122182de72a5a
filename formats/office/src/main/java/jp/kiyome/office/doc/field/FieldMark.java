package jp.kiyome.office.doc.field;

/**
 * A character that begins, parts or ends a field that stays.
 *
 * @param place in the text as it was read
 * @param kind 0x13, 0x14 or 0x15
 * @param what number of the field, or how it ends ([MS-DOC] 2.9.89, grffldEnd)
 */
public record FieldMark(int place, int kind, int what) {}
