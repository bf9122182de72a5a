package jp.kiyome.office.doc.sprm;

/**
 * How many of each thing a document has that properties name by number.
 *
 * @param lists overrides of lists, as PIlfo counts them
 * @param authors of tracked changes
 */
public record Bounds(int styles, int fonts, int lists, int authors) {}
