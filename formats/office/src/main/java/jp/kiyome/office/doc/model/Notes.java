package jp.kiyome.office.doc.model;

import java.util.List;

/**
 * Footnotes or endnotes ([MS-DOC] 2.8.18, 2.8.19).
 *
 * @param notes in the order of the text
 */
public record Notes(List<Note> notes) {

    /**
     * One.
     *
     * @param place of its mark in the main story
     * @param number 0 where the mark is of its own kind
     * @param from where in the story of notes its text begins
     */
    public record Note(int place, int number, int from) {}
}
