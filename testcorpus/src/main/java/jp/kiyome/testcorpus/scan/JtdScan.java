package jp.kiyome.testcorpus.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What must not be in a document of Ichitaro that was rebuilt. Written from the public descriptions alone. */
final class JtdScan {

    private static final String PACKED = "JSCompDocument";
    private static final int BEFORE_MEMBER = 38;

    private static final Set<String> MAY_BE = Set.of(
            "DocumentText",
            "DocumentViewStyles",
            "DocumentEditStyles",
            "DocumentPeripheralThree",
            "InfoStream",
            "MacrosStream",
            "MacrosStreamStyle3",
            "Font",
            "Footnote",
            "Header",
            "ThinkingTemplate",
            "ReferenceInfo",
            "SheetInfo",
            "DocItemInfo",
            "DocItemInfo2",
            "\u0005SummaryInformation",
            "\u0004JSRV_SegmentInformation",
            PACKED);

    /** Storages: nothing but what has other names here stands in them. */
    private static final Pattern STORAGE =
            Pattern.compile("DocumentMacro|Macros|BaseStorage0|ObjectSheets|DocSheet|DOCS_[0-9]{4}");

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
        streams.forEach((counted, bytes) -> {
            // Each sheet has streams of the same names; all but the first have a number behind theirs.
            String name = counted.replaceFirst(" [0-9]+$", "");
            boolean storage = bytes.length == 0 && STORAGE.matcher(name).matches();
            if (!storage && !MAY_BE.contains(name)) {
                found.vector(counted, "a stream that no rebuilt document has");
            }
            switch (name) {
                case "MacrosStream", "MacrosStreamStyle3" -> empty(bytes, counted, 0, 0, found);
                case "InfoStream" -> empty(bytes, counted, 4, 8, found);
                case "DocItemInfo2" -> zero(bytes, counted, found);
                default -> {}
            }
        });
    }

    private static void empty(byte[] bytes, String name, int first, int size, Check.Found found) {
        boolean none = bytes.length == 0 || bytes.length == Math.max(2, size) && bytes[0] == first;
        if (!none) {
            found.vector(name, "macros");
        }
    }

    private static void zero(byte[] bytes, String name, Check.Found found) {
        for (byte b : bytes) {
            if (b != 0) {
                found.vector(name, "the place of a file");
                return;
            }
        }
    }
}
