package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Spells a tree in one of the many ways that XML allows. */
final class OddSpelling {

    private static final List<String> PREFIXES = List.of("t", "d", "e", "a", "b", "\u3042", "mc");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> taken = new HashSet<>();

    OddSpelling(Random random) {
        this.random = random;
    }

    String spell(Node.Tag root) {
        out.append(random.nextInt(3) == 0 ? "<?xml version='1.0' standalone='yes'?>" : "");
        aside();
        tag(root, Map.of());
        aside();
        return out.toString();
    }

    private void tag(Node.Tag tag, Map<String, String> scope) {
        Map<String, String> inner = new HashMap<>(scope);
        List<String> words = new ArrayList<>();
        taken.clear();
        String name = name(tag.name(), inner, words, true);
        tag.attributes().forEach((key, value) -> words.add(name(key, inner, words, false) + equal() + value(value)));
        Collections.shuffle(words, random);
        out.append('<').append(name);
        words.forEach(word -> out.append(space(1)).append(word));
        out.append(space(0));
        if (tag.children().isEmpty() && random.nextBoolean()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child : tag.children()) {
            aside();
            switch (child) {
                case Node.Text(String text) -> text(text);
                case Node.Tag childTag -> tag(childTag, inner);
            }
        }
        aside();
        out.append("</").append(name).append(space(0)).append('>');
    }

    /** The name with a prefix that means its namespace here; declares one when there is none, or just so. */
    private String name(String braced, Map<String, String> scope, List<String> words, boolean element) {
        int end = braced.indexOf('}');
        String uri = end < 0 ? "" : braced.substring(1, end);
        String local = braced.substring(end + 1);
        if (uri.isEmpty()) {
            if (element && !scope.getOrDefault("", "").isEmpty()) {
                declare("", "", scope, words);
            }
            return local;
        }
        List<String> usable = scope.entrySet().stream()
                .filter(e -> e.getValue().equals(uri) && (element || !e.getKey().isEmpty()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean fresh = usable.isEmpty() || element && random.nextInt(4) == 0;
        String prefix = fresh ? freshPrefix(element) : usable.get(random.nextInt(usable.size()));
        if (fresh) {
            declare(prefix, uri, scope, words);
        }
        taken.add(prefix);
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /** A prefix that means nothing else in this tag. */
    private String freshPrefix(boolean element) {
        while (true) {
            String prefix = element && random.nextInt(3) == 0 ? "" : PREFIXES.get(random.nextInt(PREFIXES.size()));
            String longer = prefix.isEmpty() || random.nextBoolean() ? prefix : prefix + random.nextInt(100);
            if (!taken.contains(longer)) {
                return longer;
            }
        }
    }

    private void declare(String prefix, String uri, Map<String, String> scope, List<String> words) {
        scope.put(prefix, uri);
        words.add((prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix) + equal() + value(uri));
    }

    private String equal() {
        return space(0) + "=" + space(0);
    }

    private String space(int least) {
        int count = least + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
        StringBuilder spaces = new StringBuilder();
        for (int i = 0; i < count; i++) {
            spaces.append(" \n\t\r".charAt(random.nextInt(4)));
        }
        return spaces.toString();
    }

    private String value(String value) {
        char quote = random.nextBoolean() ? '"' : '\'';
        StringBuilder spelled = new StringBuilder().append(quote);
        value.codePoints().forEach(point -> {
            boolean must = point == '<' || point == '&' || point == quote || point < ' ';
            spelled.append(must || random.nextInt(8) == 0 ? reference(point) : Character.toString(point));
        });
        return spelled.append(quote).toString();
    }

    private String reference(int point) {
        String named =
                switch (point) {
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '&' -> "&amp;";
                    case '"' -> "&quot;";
                    case '\'' -> "&apos;";
                    default -> "";
                };
        if (!named.isEmpty() && random.nextBoolean()) {
            return named;
        }
        return random.nextBoolean()
                ? "&#" + "0".repeat(random.nextInt(3)) + point + ";"
                : "&#x" + Integer.toHexString(point) + ";";
    }

    private void text(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.offsetByCodePoints(at, 1 + random.nextInt(text.codePointCount(at, text.length())));
            String piece = text.substring(at, end);
            if (random.nextInt(4) == 0 && !piece.contains("]]>") && piece.indexOf('\r') < 0) {
                out.append("<![CDATA[").append(piece).append("]]>");
            } else {
                piece.codePoints().forEach(point -> {
                    boolean must = point == '<' || point == '&' || point == '>' || point == '\r';
                    out.append(must || random.nextInt(8) == 0 ? reference(point) : Character.toString(point));
                });
            }
            at = end;
        }
    }

    private void aside() {
        switch (random.nextInt(12)) {
            case 0 -> out.append("<!-- <a b='").append(random.nextInt(9)).append("> & -->");
            case 1 -> out.append("<?p ").append(random.nextInt(9)).append("?>");
            default -> {}
        }
    }
}
