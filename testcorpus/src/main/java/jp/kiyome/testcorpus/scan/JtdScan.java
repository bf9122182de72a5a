package jp.kiyome.testcorpus.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must not be in a document of Ichitaro that was rebuilt. Written from the public descriptions alone. */
final class JtdScan {

    private static final String PACKED = "JSCompDocument";
    private static final int BEFORE_MEMBER = 38;

    private static final Set<String> MAY_BE = Set.of(
            "DocumentText",
            "DocumentViewStyles",
            "DocumentEditStyles",
            "DocumentPeripheralThree",
            "DocumentMacro/",
            "Macros/",
            "BaseStorage0/",
            "InfoStream",
            "MacrosStream",
            "MacrosStreamStyle3",
            "Font",
            "Footnote",
            "Header",
            "ThinkingTemplate",
            "ReferenceInfo",
            "ObjectSheets/",
            "SheetInfo",
            "DocSheet/",
            "DocItemInfo",
            "DocItemInfo2",
            "\u0005SummaryInformation",
            "\u0004JSRV_SegmentInformation",
            PACKED);

    private JtdScan() {}

    static boolean is(Map<String, byte[]> streams) {
        return streams.containsKey("\u0004JSRV_SegmentInformation");
    }

    /** The archive with one member in which a document may be packed. */
    static Optional<Layer> compressed(Layer layer) {
        if (!CompoundStreams.is(layer)) {
            return Optional.empty();
        }
        byte[] packed;
        try {
            packed = CompoundStreams.of(layer.bytes()).get(PACKED);
        } catch (IllegalStateException broken) {
            // Told by the scan of compound files itself.
            return Optional.empty();
        }
        return packed == null || packed.length < BEFORE_MEMBER
                ? Optional.empty()
                : Optional.of(new Layer(
                        layer.path() + "/" + PACKED, Arrays.copyOfRange(packed, BEFORE_MEMBER, packed.length)));
    }

    static void look(Map<String, byte[]> streams, Check.Found found) {
        for (String name : streams.keySet()) {
            if (!MAY_BE.contains(name) && !name.matches("DOCS_[0-9]{4}/")) {
                found.vector(name, "a stream that no rebuilt document has");
            }
        }
        empty(streams, "MacrosStream", 0, 0, found);
        empty(streams, "MacrosStreamStyle3", 0, 0, found);
        empty(streams, "InfoStream", 4, 8, found);
        zero(streams, "DocItemInfo2", found);
    }

    private static void empty(Map<String, byte[]> streams, String name, int first, int size, Check.Found found) {
        byte[] bytes = streams.getOrDefault(name, new byte[0]);
        boolean none = bytes.length == 0 || bytes.length == Math.max(2, size) && bytes[0] == first;
        if (!none) {
            found.vector(name, "macros");
        }
    }

    private static void zero(Map<String, byte[]> streams, String name, Check.Found found) {
        for (byte b : streams.getOrDefault(name, new byte[0])) {
            if (b != 0) {
                found.vector(name, "the place of a file");
                return;
            }
        }
    }
}
