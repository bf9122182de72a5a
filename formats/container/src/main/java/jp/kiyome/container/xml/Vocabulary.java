package jp.kiyome.container.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One allow-list file as it stands: its types, groups, simple types and roots by name, not yet worked out. */
final class Vocabulary {

    private static final Pattern PATTERN = Pattern.compile("(?:simple +[^ ]+|@[^ ]+|text) +pattern ");

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
        List<String> entries = null;
        int number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            String text = withoutComment(line);
            if (text.isEmpty()) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                entries = vocabulary.declaration(text, number);
            } else if (entries != null) {
                entries.add(text);
            } else {
                throw vocabulary.broken(text, number);
            }
        }
        return vocabulary;
    }

    /** Gives the list for the entries that may follow, or null where none may. */
    private @Nullable List<String> declaration(String text, int number) {
        String[] words = text.split(" +", 3);
        List<String> entries = new ArrayList<>();
        boolean fresh =
                switch (words[0] + " " + words.length) {
                    case "vocabulary 2" -> words[1].equals(key);
                    case "type 2" -> types.put(words[1], entries) == null;
                    case "type 3" -> words[2].equals("nonempty") && types.put(words[1], entries) == null;
                    case "group 2" -> groups.put(words[1], entries) == null;
                    case "simple 3" -> simple.put(words[1], words[2]) == null;
                    case "root 3" -> roots.put(words[1], words[2]) == null;
                    default -> false;
                };
        if (!fresh) {
            throw broken(text, number);
        }
        if (words[0].equals("type") && words.length == 3) {
            nonEmpty.add(words[1]);
        }
        return words[0].equals("type") || words[0].equals("group") ? entries : null;
    }

    private IllegalStateException broken(String text, int number) {
        return new IllegalStateException(key + ".allow:" + number + ": " + text);
    }

    /** Comments begin at white space followed by {@code #}; a pattern runs to the end of its line. */
    static String withoutComment(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
            return "";
        }
        int comment = text.indexOf(" #");
        boolean keep = comment < 0 || PATTERN.matcher(text).lookingAt();
        return keep ? text : text.substring(0, comment).stripTrailing();
    }
}
