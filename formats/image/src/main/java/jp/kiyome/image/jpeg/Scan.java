package jp.kiyome.image.jpeg;

import java.util.List;

/**
 * One scan: its header (T.81 B.2.3) and what stood in force when it began.
 *
 * @param parts its components with their tables, in the order of the frame
 * @param spectralStart first coefficient in zigzag order, 0 to 63
 * @param spectralEnd last one
 * @param high bit position of the scan before (Ah), 0 when this one is the first
 * @param low bit position of this scan (Al)
 * @param restartInterval units between restart markers, 0 for none
 * @param start offset of its first entropy-coded byte
 * @param end offset behind the last
 */
record Scan(
        List<Part> parts,
        int spectralStart,
        int spectralEnd,
        int high,
        int low,
        int restartInterval,
        long start,
        long end) {

    /**
     * @param component index into the frame's components
     * @param dc table for DC differences; present unless the scan needs none
     * @param ac likewise for AC
     */
    record Part(int component, Tables dc, Tables ac) {}

    /**
     * T.81 F.1.4.4.
     *
     * @param destination 0 to 3
     * @param low L of DC, or Kx of AC
     * @param high U of DC, 0 for AC
     */
    record Conditioning(int destination, int low, int high) {}

    /** A table destination as the scan saw it. */
    sealed interface Tables {

        record Defined(HuffmanTable table) implements Tables {}

        record Undefined() implements Tables {}

        /** No table, but how arithmetic coding is conditioned. */
        record Arithmetic(Conditioning value) implements Tables {}

        default HuffmanTable huffman() {
            return switch (this) {
                case Defined defined -> defined.table();
                case Arithmetic arithmetic -> throw new IllegalStateException("conditioning in a Huffman scan");
                case Undefined undefined ->
                    throw jp.kiyome.image.stream.Refused.damaged("JPEG scan uses a Huffman table that nobody defined");
            };
        }

        default Conditioning conditioning() {
            return switch (this) {
                case Arithmetic arithmetic -> arithmetic.value();
                case Defined defined -> throw new IllegalStateException("a Huffman table in an arithmetic scan");
                case Undefined undefined -> throw new IllegalStateException("no conditioning in an arithmetic scan");
            };
        }

        default HuffmanDecoder decoder(HuffmanDecoder.Use use) {
            return switch (this) {
                case Defined defined -> new HuffmanDecoder(defined.table(), use);
                case Arithmetic arithmetic -> throw new IllegalStateException("conditioning in a Huffman scan");
                case Undefined undefined ->
                    throw jp.kiyome.image.stream.Refused.damaged("JPEG scan uses a Huffman table that nobody defined");
            };
        }
    }

    boolean arithmetic() {
        return parts.getFirst().dc() instanceof Tables.Arithmetic;
    }

    boolean interleaved() {
        return parts.size() > 1;
    }
}
