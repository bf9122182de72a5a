package jp.kiyome.office.doc.model;

/** A named range of the text ([MS-DOC] 2.8.10). */
public record Bookmark(String name, int from, int to) {}
