package jp.kiyome.image.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Huffman tables of a scan that we write.
 *
 * @param tables by index of {@link CodeSink}; empty where the scan uses none
 */
record ScanTables(List<Optional<HuffmanTable>> tables) {

    static ScanTables best(SymbolCounts counts, ScanPlan plan) {
        List<Optional<HuffmanTable>> tables = new ArrayList<>();
        for (int table = 0; table < 4; table++) {
            tables.add(plan.uses(table) ? Optional.of(OptimalHuffman.of(counts.of(table))) : Optional.empty());
        }
        return new ScanTables(List.copyOf(tables));
    }

    void write(SegmentWriter segments) {
        for (int table = 0; table < 4; table++) {
            int destination = table < 2 ? table : 0x10 | table - 2;
            tables.get(table).ifPresent(present -> segments.huffman(destination, present));
        }
    }

    HuffmanCodes[] codes() {
        return tables.stream()
                .map(table -> table.map(HuffmanCodes::of).orElse(HuffmanCodes.NONE))
                .toArray(HuffmanCodes[]::new);
    }
}
