package jp.kiyome.testcorpus.scan.pdf;

import java.util.ArrayList;
import java.util.List;

/** Looks at a content stream (7.8.2), inline pictures (8.9.7) with it. Not thread-safe. */
final class Contents {

    private final Parser in;
    private final String where;
    private final Found found;
    private int saved;
    private int marked;

    private Contents(String content, String where, Found found) {
        this.in = new Parser(content, 0);
        this.where = where;
        this.found = found;
    }

    static void look(String content, String where, Found found) {
        Contents contents = new Contents(content, where, found);
        try {
            contents.walk();
        } catch (Parser.NoValue broken) {
            found.structure(where, "content that breaks the grammar: " + broken.getMessage());
        }
        if (contents.in.comments > 0) {
            found.vector(where, "a comment in the content");
        }
        if (contents.saved != 0 || contents.marked != 0) {
            found.structure(where, "content that does not close what it opens");
        }
    }

    private void walk() {
        List<Value> operands = new ArrayList<>();
        while (!in.done()) {
            Value value = in.value(false);
            if (!(value instanceof Value.Word word)
                    || List.of("true", "false", "null").contains(word.text())) {
                operands.add(value);
                continue;
            }
            switch (word.text()) {
                case "BI" -> picture();
                case "q" -> saved++;
                case "Q" -> saved--;
                case "BMC", "BDC" -> marked++;
                case "EMC" -> marked--;
                default -> {}
            }
            if (!word.text().equals("BI") && !Lists.PDF.has("operator", word.text())) {
                found.vector(where, "operator " + word.text());
            }
            operands.forEach(this::properties);
            operands.clear();
        }
        if (!operands.isEmpty()) {
            found.vector(where, "operands without an operator");
        }
    }

    private void properties(Value value) {
        if (value instanceof Value.Dict dict) {
            dict.entries().keySet().stream()
                    .filter(key -> !Lists.PDF.has("property", key))
                    .forEach(key -> found.vector(where, "property " + key));
        }
    }

    private void picture() {
        int length = -1;
        String filter = "";
        while (!(in.value(false) instanceof Value.Word word && word.text().equals("ID"))) {
            String key = last();
            Value value = in.value(false);
            length = key.equals("/L") && value instanceof Value.Num num ? (int) num.value() : length;
            filter = key.equals("/Filter") && value instanceof Value.Name name ? name.text() : filter;
        }
        int end = in.at + 1 + length;
        if (length < 0 || !in.text.startsWith("\nEI\n", end)) {
            found.structure(where, "an inline picture of another length than it says");
            end = in.text.indexOf("EI", in.at) - 1;
        }
        if (end < in.at) {
            throw new Parser.NoValue("an inline picture without end", in.at);
        }
        if (!Lists.PDF.has("filter", filter)) {
            found.vector(where, "an inline picture with filter " + filter);
        } else if (filter.equals("FlateDecode")
                && !Inflated.of(in.text.substring(in.at + 1, end)).whole()) {
            found.structure(where, "an inline picture with bytes behind it");
        }
        in.at = in.text.indexOf("EI", end) + 2;
    }

    /** The name that was just read. */
    private String last() {
        return in.text.substring(in.text.lastIndexOf('/', in.at - 1), in.at).strip();
    }
}
