package jp.kiyome.container.xml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One of these words; found without making a string of the value. */
final class Words implements ValueRule.Plain {

    private final Set<String> words;
    private final byte[] @Nullable [] table;

    Words(List<String> words) {
        this.words = new TreeSet<>(words);
        this.table = new byte[Integer.highestOneBit(Math.max(1, words.size())) * 4][];
        this.words.forEach(word -> put(word.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(byte[] word) {
        int slot = slot(Utf8.hash(word, 0, word.length));
        while (table[slot] != null) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = word;
    }

    @Override
    public boolean accepts(Utf8 value) {
        int slot = slot(value.contentHash());
        for (byte @Nullable [] word = table[slot]; word != null; word = table[slot]) {
            if (value.contentEquals(word)) {
                return true;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return false;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & (table.length - 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Words that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(words);
    }
}
