package jp.kiyome.testcorpus.scan;

import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Locale;
import jp.kiyome.testcorpus.cad.JwwDump;

/** What must not be in a JWW drawing: pictures elsewhere, a memo, printers' names, bytes behind the end. */
final class JwwScan {

    private JwwScan() {}

    static boolean is(Layer layer) {
        return JwwDump.is(layer.bytes());
    }

    static void look(Layer layer, Check.Found found) {
        try {
            for (String line : JwwDump.of(layer.bytes())) {
                String low = line.toLowerCase(Locale.ROOT);
                if (low.contains("^@b") && !line.matches(".*\\^@BM%temp%[^,%\\\\/:]+,.*")) {
                    found.add(Survivor.Kind.VECTOR, "text", line);
                }
                if (line.startsWith("rest ") && !line.equals("rest 0")) {
                    found.add(Survivor.Kind.STRUCTURE, "end", line);
                }
                if (line.contains("Printer_Name") || line.contains("NaN") || line.startsWith("nothing")) {
                    found.add(Survivor.Kind.STRUCTURE, "object", line);
                }
            }
            if (!JwwDump.memo(layer.bytes()).isEmpty()) {
                found.add(Survivor.Kind.STRUCTURE, "header", "memo");
            }
        } catch (IllegalArgumentException | BufferUnderflowException | NegativeArraySizeException broken) {
            found.add(
                    Survivor.Kind.STRUCTURE,
                    "",
                    "not to be read: " + List.of(broken.getClass().getSimpleName()));
        }
    }
}
