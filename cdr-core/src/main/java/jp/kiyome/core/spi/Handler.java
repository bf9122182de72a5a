package jp.kiyome.core.spi;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.type.FileType;

/**
 * Rebuilds one family of file types. Found by {@link java.util.ServiceLoader}; one instance serves all threads, so it keeps
 * no state of a file.
 *
 * <p>A handler neither catches what it cannot mend nor decides to let something through: throwing is always safe. It throws
 * {@link jp.kiyome.core.finding.Refusal} with a reason, {@link jp.kiyome.core.finding.PasswordNeeded}, or anything else,
 * which ends the file as <i>failed</i>.
 */
public interface Handler {

    /** The types this handler rebuilds. */
    List<FileType> types();

    /**
     * Known relatives of {@link #types} that are told apart and always blocked, with the reason
     * {@code type.not-supported}.
     */
    default List<FileType> unsupported() {
        return List.of();
    }

    /** The choices of a policy that this handler obeys. */
    default List<PolicyOption> options() {
        return List.of();
    }

    /**
     * Looks at the structure of a file and says which of {@link #types} or {@link #unsupported} it is, as far as a program
     * that opens it would decide. Cheap: reads no more than it must. Never throws for bad input.
     */
    Optional<FileType> recognize(Content content, Budget budget);

    /**
     * Asked only where no handler recognizes a structure: what a file of mere characters is. By what it says first; where that
     * may be of several types, its name tells which. Never throws for bad input.
     *
     * @param name as the file is called; empty where it has none
     */
    default Optional<FileType> recognizeText(String name, Content content, Budget budget) {
        return Optional.empty();
    }

    /** Takes {@code content} apart, keeps what the allow-list names, and writes anew to {@code out}. */
    void rebuild(FileType type, Content content, Sink out, Session session);

    /**
     * Reads an output of {@link #rebuild} again, strictly, and throws {@link OutputNotClean} unless rebuilding it would give
     * the same bytes with nothing found. It need not compress again.
     */
    void verify(FileType type, Content output, Session session);
}
