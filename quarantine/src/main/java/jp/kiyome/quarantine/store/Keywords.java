package jp.kiyome.quarantine.store;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.PartFinding;

/** What an item can be found by; see the table {@code keyword}. */
final class Keywords {

    static final String ADDRESS = "address";
    static final String TYPE = "type";
    static final String FINDING = "finding";
    static final String SHA256 = "sha256";
    static final String THREAT = "threat";

    private static final int LONGEST_WORD = 320;
    private static final int LONGEST_TEXT = 32_768;

    private Keywords() {}

    private record Word(String field, String word) {}

    /** Makes an item found by what is known of it now, and by nothing else but the threats. */
    static void index(Rows rows, Arrival arrival, Digest original, List<Part> parts) {
        Set<Word> words = new LinkedHashSet<>();
        words.add(new Word(SHA256, original.sha256()));
        address(words, arrival.sender());
        arrival.recipients().forEach(recipient -> address(words, recipient));
        parts.forEach(part -> part(words, part));
        rows.sql("delete from keyword where organisation = :organisation and item = :item and field <> :threat")
                .param("item", arrival.id().value())
                .param("threat", THREAT)
                .update();
        insert(rows, arrival.id(), arrival.received(), words);
        text(rows, arrival, parts);
    }

    private static void part(Set<Word> words, Part part) {
        words.add(new Word(TYPE, part.type()));
        words.add(new Word(SHA256, part.input().sha256()));
        part.output().ifPresent(output -> words.add(new Word(SHA256, output.sha256())));
        for (PartFinding finding : part.findings()) {
            words.add(new Word(FINDING, finding.code()));
        }
        if (!part.reason().isEmpty()) {
            words.add(new Word(FINDING, part.reason()));
        }
    }

    private static void text(Rows rows, Arrival arrival, List<Part> parts) {
        StringBuilder text = new StringBuilder(folded(arrival.title()));
        text.append('\n').append(folded(arrival.sender()));
        for (Untrusted recipient : arrival.recipients()) {
            append(text, recipient);
        }
        for (Part part : parts) {
            append(text, part.name());
        }
        rows.sql("delete from item_text where organisation = :organisation and received = :received and item = :item")
                .param("received", Times.of(arrival.received()))
                .param("item", arrival.id().value())
                .update();
        rows.sql("""
                insert into item_text (organisation, received, item, text)
                values (:organisation, :received, :item, :text)""")
                .param("received", Times.of(arrival.received()))
                .param("item", arrival.id().value())
                .param("text", shortened(text.toString()))
                .update();
    }

    private static void append(StringBuilder text, Untrusted more) {
        if (text.length() < LONGEST_TEXT) {
            text.append('\n').append(folded(more));
        }
    }

    static void ofThreat(Rows rows, ItemId id, Instant received, String source) {
        insert(rows, id, received, Set.of(new Word(THREAT, source)));
    }

    private static void insert(Rows rows, ItemId id, Instant received, Set<Word> words) {
        List<Map<String, Object>> values = words.stream()
                .filter(word -> !word.word().isEmpty() && word.word().length() <= LONGEST_WORD)
                .map(word -> Map.<String, Object>of(
                        "field", word.field(),
                        "word", word.word(),
                        "received", Times.of(received),
                        "item", id.value()))
                .toList();
        rows.each("""
                insert into keyword (organisation, field, word, received, item)
                values (:organisation, :field, :word, :received, :item) on conflict do nothing""", values);
    }

    private static void address(Set<Word> words, Untrusted address) {
        String folded = folded(address);
        words.add(new Word(ADDRESS, folded));
        int at = folded.lastIndexOf('@');
        if (at >= 0) {
            words.add(new Word(ADDRESS, folded.substring(at + 1)));
        }
    }

    /** As it is looked for: in small letters. */
    static String folded(Untrusted text) {
        return StoredText.of(text).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, cut(text));
    }

    /** Not through the middle of a surrogate pair. */
    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
    }
}
