package jp.kiyome.office.doc.model;

import java.util.Optional;

/**
 * A comment ([MS-DOC] 2.9.10, ATRDPre10).
 *
 * @param place of its mark in the main story
 * @param from where in the story of comments its text begins
 * @param range what it is about; empty for the mark alone
 */
public record Comment(int place, int from, String initials, String author, Optional<Range> range) {

    /** From one place of the main story to another. */
    public record Range(int from, int to) {}
}
