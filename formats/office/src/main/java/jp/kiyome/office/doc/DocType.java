package jp.kiyome.office.doc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.type.FileType;

/** The types of Word documents of old, and how they are told apart ([MS-DOC] 2.5.2). */
final class DocType {

    static final FileType DOC = FileType.of("doc", "application/msword", "doc", "dot");
    static final FileType DOT = FileType.of("dot", "application/msword", "dot", "doc");
    static final FileType WORD6 = FileType.of("word6", "application/msword", "doc", "dot");
    static final FileType WORD2 = FileType.of("word2", "application/msword", "doc", "dot");

    static final List<FileType> SUPPORTED = List.of(DOC, DOT);
    static final List<FileType> UNSUPPORTED = List.of(WORD6, WORD2);

    private static final String STREAM = "WordDocument";
    private static final int WORD97 = 0xC1;
    private static final int MAGIC = 0xA5EC;
    /** What files of Word 2 and of Word 1 for Windows begin with. */
    private static final List<Integer> OLD_MAGIC = List.of(0xA5DB, 0xA59B, 0xA5DC);

    private DocType() {}

    static Optional<FileType> of(Content content, Budget budget) {
        if (content.size() > 32 && OLD_MAGIC.contains((int) content.littleEndian(0, 2)) && content.byteAt(3) == 0) {
            return Optional.of(WORD2);
        }
        return CompoundFile.rootNames(content, budget)
                .filter(names -> names.stream().anyMatch(STREAM::equalsIgnoreCase)
                        && names.stream().noneMatch("EncryptedPackage"::equalsIgnoreCase))
                .map(names -> inside(content, budget));
    }

    private static FileType inside(Content content, Budget budget) {
        try {
            CompoundFile file = CompoundFile.open(content, budget.again(content.size()), finding -> {});
            return file.root().stream(STREAM)
                    .map(stream -> byHead(file.open(stream)))
                    .orElse(DOC);
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal broken) {
            // Rebuilding it says what is wrong.
            return DOC;
        }
    }

    private static FileType byHead(InputStream stream) {
        try (stream) {
            byte[] head = stream.readNBytes(12);
            if (head.length < 12 || u16(head, 0) != MAGIC && u16(head, 0) != 0xA5DC) {
                return DOC;
            }
            if (u16(head, 2) < WORD97) {
                return WORD6;
            }
            return (head[10] & 1) != 0 ? DOT : DOC;
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }
}
