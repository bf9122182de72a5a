package jp.kiyome.testcorpus.scan.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** Walks every object of a PDF file and tells what a clean one does not hold. Stateless. */
public final class PdfScan {

    private PdfScan() {}

    /** Whether readers would open it as PDF, though something else may stand before. */
    public static boolean isPdf(byte[] bytes) {
        String start = latin(bytes, 0, Math.min(1024, bytes.length));
        return start.startsWith("%PDF-") || start.contains("%PDF-") && !start.startsWith("PK\u0003\u0004");
    }

    public static void look(byte[] bytes, Found found) {
        Body body = Body.of(latin(bytes, 0, bytes.length), found);
        Tables.look(body, found);
        if (body.trailers.stream().noneMatch(trailer -> trailer.has("Encrypt"))) {
            new Walk(body, found).walk();
        }
    }

    /** Every name and every string of the file, one a line: as text they may stand there escaped. */
    public static byte[] words(byte[] bytes) {
        StringBuilder words = new StringBuilder();
        Body body = Body.of(latin(bytes, 0, bytes.length), Silent.SILENT);
        body.items.values().forEach(item -> words(item.value(), words));
        return words.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void words(Value value, StringBuilder words) {
        switch (value) {
            case Value.Dict dict ->
                dict.entries().forEach((key, inner) -> {
                    words.append(key).append('\n');
                    words(inner, words);
                });
            case Value.Arr array -> array.items().forEach(item -> words(item, words));
            case Value.Name name -> words.append(name.text()).append('\n');
            case Value.Str string -> words.append(string.bytes()).append('\n');
            case Value.Num num -> {}
            case Value.Ref ref -> {}
            case Value.Word word -> {}
        }
    }

    private static String latin(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private enum Silent implements Found {
        SILENT;

        @Override
        public void vector(String where, String what) {}

        @Override
        public void dangling(String where, String what) {}

        @Override
        public void structure(String where, String what) {}
    }

    /** From the catalogue to all it leads to; what it does not lead to is told, and looked at too. */
    private static final class Walk {

        private record Step(int number, String key) {}

        private final Body body;
        private final Found found;
        private final Deque<Step> open = new ArrayDeque<>();
        private final Set<Integer> reached = new TreeSet<>();
        private final Edges edges = new Edges();
        private int from;

        Walk(Body body, Found found) {
            this.body = body;
            this.found = found;
        }

        void walk() {
            if (body.before > 0) {
                found.vector("file", "bytes before the header");
            }
            body.trailers.forEach(trailer -> reach(trailer.get("Root"), "Root"));
            body.trailers.stream()
                    .filter(trailer -> trailer.has("Info"))
                    .forEach(trailer -> reach(trailer.get("Info"), "Info"));
            run();
            for (var entry : body.items.entrySet()) {
                String type = entry.getValue().dict().name("Type");
                boolean holder = type.equals("XRef") || type.equals("ObjStm");
                if (!holder && !reached.contains(entry.getKey())) {
                    found.vector("object " + entry.getKey(), "nothing leads to it");
                    reach(new Value.Ref(entry.getKey(), 0), "");
                    run();
                }
            }
            edges.judge(found);
        }

        private void run() {
            while (!open.isEmpty()) {
                Step step = open.pop();
                Body.Item item = body.items.get(step.number);
                String where = "object " + step.number;
                from = step.number;
                if (item == null) {
                    found.dangling(where, "is not there, yet " + step.key + " leads to it");
                    continue;
                }
                if (item.value() instanceof Value.Ref) {
                    found.structure(where, "a reference to a reference");
                }
                new Objects(where, found, this::reach)
                        .value(item.value(), step.key, item.data().isPresent());
                item.data().ifPresent(data -> new Streams(body, found).look(where, item.dict(), data, step.key));
            }
        }

        private void reach(Value value, String key) {
            if (value instanceof Value.Ref ref) {
                edges.add(from, key, ref.number());
            }
            if (value instanceof Value.Ref one && reached.add(one.number())) {
                open.add(new Step(one.number(), key));
            } else if (!(value instanceof Value.Ref)) {
                found.structure("trailer", "no catalogue");
            }
        }
    }
}
