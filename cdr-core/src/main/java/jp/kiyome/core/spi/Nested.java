package jp.kiyome.core.spi;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.type.FileType;

/** What became of a nested file. Only {@link Clean} carries bytes, and they are a rebuilder's. */
public sealed interface Nested {

    /**
     * Rebuilt.
     *
     * @param type what it is, in the output as in the input unless its handler converted it
     * @param name what it is to be called where the outer file shows names
     * @param content the new bytes; live as long as the session, or as its {@linkplain Session#piece piece}
     */
    record Clean(FileType type, CleanName name, Content content) implements Nested {}

    /**
     * Blocked, locked or failed. The handler decides what stands in its place; the report has the details already.
     *
     * @param reason the kind of finding that refused it
     */
    record Refused(FindingKind reason) implements Nested {}
}
