package jp.kiyome.pdf.font;

import java.util.Optional;
import jp.kiyome.core.limit.Budget;

/** Font programs (ISO 32000-2, 9.9), told apart by how they begin, read, and written anew. Stateless. */
public final class FontProgram {

    private FontProgram() {}

    /**
     * A program written anew.
     *
     * @param subtype of the compact forms (table 124); empty for TrueType
     */
    public record Rebuilt(byte[] bytes, String subtype) {}

    /** Empty where the program cannot be read. */
    public static Optional<Rebuilt> rebuilt(byte[] program, Budget budget) {
        return Optional.empty();
    }
}
