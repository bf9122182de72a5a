package jp.kiyome.pdf.font;

import java.util.Map;
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
    // Nobody compares two of these.
    @SuppressWarnings("ArrayRecordComponent")
    public record Rebuilt(byte[] bytes, String subtype) {}

    /** Empty where the program cannot be read. */
    public static Optional<Rebuilt> rebuilt(byte[] program, Budget budget) {
        try {
            FontBytes in = new FontBytes(program);
            long first = in.u32();
            if (first == 0x00010000 || first == 0x74727565) {
                return Optional.of(new Rebuilt(TrueType.rebuilt(program, budget), ""));
            }
            if (first == 0x4F54544F) {
                Map<String, FontBytes> tables = TrueType.tables(program);
                FontBytes cff = tables.get("CFF ");
                return cff == null ? Optional.empty() : Optional.of(compact(CffReader.read(cff.all(), budget)));
            }
            if (first >> 24 == 1) {
                return Optional.of(compact(CffReader.read(program, budget)));
            }
            return Type1Reader.begins(program)
                    ? Optional.of(compact(Type1Reader.read(program, budget)))
                    : Optional.empty();
        } catch (FontBytes.Unreadable broken) {
            return Optional.empty();
        }
    }

    /** Whether something else than numbers stands where a Type 1 program has those of its matrix (CVE-2024-4367). */
    public static boolean hasStrangeMatrix(byte[] program) {
        return Type1Reader.begins(program) && Type1Reader.hasStrangeMatrix(program);
    }

    private static Rebuilt compact(Outlines font) {
        return new Rebuilt(CffWriter.write(font), font.cid() ? "CIDFontType0C" : "Type1C");
    }
}
