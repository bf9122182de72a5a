package jp.kiyome.testcorpus.scan.pdf;

import java.util.Map;
import java.util.Set;

/** Whether the cross-reference stream says just what the file holds (7.5.8), and nothing else. Stateless. */
final class Tables {

    private static final Set<String> KEYS =
            Set.of("Type", "Size", "W", "Root", "Filter", "DecodeParms", "Length", "Encrypt", "ID", "Info");

    private Tables() {}

    static void look(Body body, Found found) {
        if (body.trailers.size() != 1 || !body.trailers.getFirst().name("Type").equals("XRef")) {
            found.structure("trailer", body.trailers.size() + " trailers, or none of a cross-reference stream");
        }
        for (Value.Dict trailer : body.trailers) {
            trailer.entries().keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> found.vector("trailer", key));
            information(body.resolved(trailer.get("Info")), found);
            if (trailer.has("Encrypt")) {
                encryption(trailer, found);
            }
        }
        int start = body.starts.isEmpty() ? -1 : body.starts.getLast();
        body.items.values().stream()
                .filter(item -> item.dict().name("Type").equals("XRef"))
                .forEach(item -> {
                    if (item.offset() != start) {
                        found.structure("startxref", "leads elsewhere");
                    }
                    rows(body, item, found);
                });
    }

    private static void information(Value value, Found found) {
        if (value instanceof Value.Dict dict) {
            dict.entries().keySet().stream()
                    .filter(key -> !key.equals("Title"))
                    .forEach(key -> found.vector("information", key));
        }
    }

    private static void encryption(Value.Dict trailer, Found found) {
        Value.Dict lock = trailer.get("Encrypt") instanceof Value.Dict dict
                ? dict
                : new Value.Dict(Map.of(), java.util.List.of());
        if (lock.number("V", 0) != 5 || lock.number("R", 0) != 6) {
            found.vector("trailer", "an encryption other than AES-256");
        }
    }

    private static void rows(Body body, Body.Item item, Found found) {
        Inflated inflated = Inflated.of(item.data().orElse(""));
        if (!inflated.whole()) {
            found.structure("cross-references", "damaged");
            return;
        }
        int columns = item.dict().get("DecodeParms") instanceof Value.Dict parms ? parms.number("Columns", 0) : 0;
        if (columns < 4) {
            found.structure("cross-references", "not as the writer writes them");
            return;
        }
        String rows = inflated.upRows(columns);
        int count = rows.length() / columns;
        for (int number = 1; number < count; number++) {
            String row = rows.substring(number * columns, (number + 1) * columns);
            row(body, number, row, found);
        }
        if (!body.items.isEmpty() && body.items.lastKey() >= count) {
            found.structure("cross-references", "objects that they do not name");
        }
    }

    private static void row(Body body, int number, String row, Found found) {
        Body.Item item = body.items.get(number);
        Body.Place place = body.packed.get(number);
        int middle = value(row, 1, row.length() - 2);
        int last = value(row, row.length() - 2, row.length());
        boolean right =
                switch (row.charAt(0)) {
                    case 1 -> item != null && item.offset() == middle && last == 0;
                    // What is in an encrypted object stream cannot be seen here.
                    case 2 ->
                        place == null
                                ? body.trailers.getFirst().has("Encrypt")
                                : place.container() == middle && place.index() == last;
                    default -> false;
                };
        if (!right) {
            found.structure("cross-references", "object " + number + " is not there");
        }
    }

    private static int value(String row, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value << 8 | row.charAt(i);
        }
        return value;
    }
}
