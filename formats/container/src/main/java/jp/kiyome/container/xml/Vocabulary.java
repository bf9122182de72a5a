package jp.kiyome.container.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One allow-list file as it stands: its types, groups, simple types and roots by name, not yet worked out. */
final class Vocabulary {

    final String key;
    final Map<String, List<String>> types = new HashMap<>();
    final Map<String, List<String>> groups = new HashMap<>();
    final Map<String, String> simple = new HashMap<>();
    final Map<String, String> roots = new HashMap<>();
    /** Types whose elements go when nothing in them was kept. */
    final Set<String> nonEmpty = new HashSet<>();

    private Vocabulary(String key) {
        this.key = key;
    }

    static Vocabulary read(String key, BufferedReader file) throws IOException {
        Vocabulary vocabulary = new Vocabulary(key);
        List<String> entries = new ArrayList<>();
        int number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            String text = withoutComment(line);
            if (text.isEmpty()) {
                continue;
            }
            if (line.charAt(0) == ' ') {
                entries.add(text);
            } else {
                entries = vocabulary.declaration(text, number);
            }
        }
        return vocabulary;
    }

    private List<String> declaration(String text, int number) {
        String[] words = text.split(" +", 3);
        List<String> entries = new ArrayList<>();
        boolean fresh =
                switch (words[0]) {
                    case "vocabulary" -> words[1].equals(key);
                    case "type" -> type(words, entries);
                    case "group" -> groups.put(words[1], entries) == null;
                    case "simple" -> simple.put(words[1], words[2]) == null;
                    case "root" -> roots.put(words[1], words[2]) == null;
                    default -> false;
                };
        if (!fresh) {
            throw new IllegalStateException(key + ".allow:" + number + ": " + text);
        }
        return entries;
    }

    private boolean type(String[] words, List<String> entries) {
        boolean plain = words.length == 2;
        if (!plain && words[2].equals("nonempty")) {
            nonEmpty.add(words[1]);
            plain = true;
        }
        return plain && types.put(words[1], entries) == null;
    }

    /** Comments begin at white space followed by {@code #}; a pattern runs to the end of its line. */
    static String withoutComment(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
            return "";
        }
        int pattern = text.indexOf(" pattern ");
        int comment = text.indexOf(" #");
        boolean keep = comment < 0 || pattern >= 0 && pattern < comment;
        return keep ? text : text.substring(0, comment).stripTrailing();
    }
}
