package jp.kiyome.testcorpus.scan.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file read from its first byte to its last, without its tables: what is neither header, object nor end is told. The last object
 * of a number counts. Not thread-safe.
 */
final class Body {

    static final String HEADER = "%PDF-1.7\n%\u00B5\u00B5\u00B5\u00B5\n";

    /** Where an object stands, what it is, and the bytes of its data as they are stored. */
    record Item(int offset, Value value, Optional<String> data) {

        Value.Dict dict() {
            return value instanceof Value.Dict dict ? dict : new Value.Dict(java.util.Map.of(), List.of());
        }
    }

    /** Where an object in an object stream stands. */
    record Place(int container, int index) {}

    final TreeMap<Integer, Item> items = new TreeMap<>();
    final TreeMap<Integer, Place> packed = new TreeMap<>();
    final List<Value.Dict> trailers = new ArrayList<>();
    final List<Integer> starts = new ArrayList<>();
    private final TreeMap<Integer, Item> holders = new TreeMap<>();
    int before;
    private final Found found;
    private final Parser in;

    private Body(String text, Found found) {
        this.found = found;
        this.in = new Parser(text, 0);
    }

    static Body of(String text, Found found) {
        Body body = new Body(text, found);
        body.read();
        return body;
    }

    /** What a reference leads to; any other value as it is. */
    Value resolved(Value value) {
        Item item = value instanceof Value.Ref ref ? items.get(ref.number()) : null;
        return item == null ? value : item.value();
    }

    private void read() {
        if (in.take(HEADER)) {
            in.comments = 0;
        } else {
            found.structure("header", "not the one header");
            in.at = Math.max(0, in.text.indexOf("%PDF-"));
            before = in.at;
            in.take("%PDF-1.");
            in.at = Math.min(in.text.length(), in.at + 2);
        }
        while (in.at < in.text.length()) {
            int before = in.at;
            try {
                piece();
            } catch (Parser.NoValue broken) {
                found.structure("file", "bytes that are no object: " + broken.getMessage());
                next(before);
            }
        }
        if (trailers.stream().noneMatch(trailer -> trailer.has("Encrypt"))) {
            holders.forEach(this::unpack);
        }
        if (starts.size() != 1 || !in.text.endsWith("\n%%EOF\n")) {
            found.vector("file", starts.size() + " revisions, or bytes behind the end");
        }
    }

    /** Goes on at the next line that begins like an object. */
    private void next(int before) {
        int at = Math.max(before + 1, in.at - 1);
        while (at < in.text.length() && !(in.text.charAt(at - 1) == '\n' && Character.isDigit(in.text.charAt(at)))) {
            at++;
        }
        in.at = at;
    }

    private void piece() {
        in.skipWhite();
        if (in.take("xref")) {
            found.structure("file", "a cross-reference table");
            while (!in.done() && !in.text.startsWith("trailer", in.at) && Character.isDigit(in.text.charAt(in.at))) {
                in.value(false);
                in.value(false);
                in.skipWhite();
                while (in.take("n") || in.take("f")) {
                    in.skipWhite();
                }
            }
        } else if (in.take("trailer")) {
            if (in.value(true) instanceof Value.Dict dict) {
                trailers.add(dict);
            }
        } else if (in.take("startxref")) {
            starts.add(Parser.number(in.digitsBehind()));
            in.take("\n");
            if (!in.take("%%EOF")) {
                found.structure("file", "no end behind startxref");
            }
            in.skipWhite();
        } else if (in.at < in.text.length()) {
            comments("file");
            object();
        }
    }

    private void comments(String where) {
        if (in.comments > 0) {
            found.vector(where, "a comment");
            in.comments = 0;
        }
    }

    private void object() {
        int offset = in.at;
        String number = in.digitsBehind();
        String generation = in.digitsBehind();
        in.skipWhite();
        if (number.isEmpty() || generation.isEmpty() || !in.take("obj")) {
            throw new Parser.NoValue("no object", offset);
        }
        Value value = in.value(true);
        in.skipWhite();
        Optional<String> data = Optional.empty();
        if (value instanceof Value.Dict dict && in.take("stream")) {
            data = Optional.of(data(dict));
            in.skipWhite();
        }
        comments("object " + number);
        if (!in.take("endobj")) {
            found.structure("object " + number, "does not end");
        }
        Item item = new Item(offset, value, data);
        if (items.put(Parser.number(number), item) != null) {
            found.vector("object " + number, "is there twice");
        }
        if (item.dict().name("Type").equals("XRef")) {
            trailers.add(item.dict());
        }
        if (item.dict().name("Type").equals("ObjStm")) {
            holders.put(Parser.number(number), item);
        }
        in.take("\n");
    }

    private String data(Value.Dict dict) {
        in.take("\r");
        in.take("\n");
        int start = in.at;
        int length = dict.number("Length", -1);
        int end = start + length;
        if (length >= 0 && end > start - 1 && in.text.startsWith("\nendstream", end)) {
            in.at = end + "\nendstream".length();
            return in.text.substring(start, end);
        }
        end = in.text.indexOf("endstream", start);
        if (end < 0) {
            throw new Parser.NoValue("a stream without end", start);
        }
        if (end - 1 - length > 1 || end - 1 - length < -1 || length < 0) {
            found.structure("file", "a stream of another length than it says");
        }
        in.at = end + "endstream".length();
        return in.text.substring(start, end);
    }

    private void unpack(int container, Item item) {
        String where = "object " + container;
        Inflated inflated = Inflated.of(item.data().orElse(""));
        if (!inflated.whole()) {
            found.structure(where, "a damaged object stream, or more behind it");
        }
        int first = item.dict().number("First", 0);
        Parser header = new Parser(inflated.text(), 0);
        int count = Math.min(item.dict().number("N", 0), inflated.text().length());
        int end = first;
        for (int i = 0; i < count; i++) {
            String number = header.digitsBehind();
            String offset = header.digitsBehind();
            if (number.isEmpty() || offset.isEmpty()) {
                break;
            }
            Parser body = new Parser(
                    inflated.text(), (int) Math.min(inflated.text().length(), (long) first + Parser.number(offset)));
            if (body.at != end) {
                found.structure(where, "bytes between its objects");
            }
            packed(Parser.number(number), new Place(container, i), body);
            end = body.at;
        }
        if (end != inflated.text().length()) {
            found.structure(where, "bytes behind its objects");
        }
    }

    private void packed(int number, Place place, Parser body) {
        try {
            Item item = new Item(-1, body.value(true), Optional.empty());
            body.take("\n");
            if (body.comments > 0) {
                found.vector("object " + number, "a comment");
            }
            if (items.put(number, item) != null) {
                found.vector("object " + number, "is there twice");
            }
            packed.put(number, place);
        } catch (Parser.NoValue broken) {
            found.structure("object " + number, "no value: " + broken.getMessage());
        }
    }
}
