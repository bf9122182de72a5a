package jp.kiyome.quarantine.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.item.Opinion;

/**
 * An opinion in columns.
 *
 * @param opinion which of them
 * @param score 0 where there is none
 * @param words name, reason, or reasons, one a line
 */
record OpinionColumns(String opinion, double score, String words) {

    static OpinionColumns of(Opinion opinion) {
        return switch (opinion) {
            case Opinion.NothingFound() -> new OpinionColumns("NOTHING", 0, "");
            case Opinion.Threat(String name) -> new OpinionColumns("THREAT", 0, line(name));
            case Opinion.Suspicious(double score, var reasons) ->
                new OpinionColumns(
                        "SUSPICIOUS",
                        score,
                        reasons.stream().map(OpinionColumns::line).collect(Collectors.joining("\n")));
            case Opinion.NotScanned(String why) -> new OpinionColumns("NOT_SCANNED", 0, line(why));
        };
    }

    private static String line(String text) {
        return StoredText.of(Untrusted.of(text.replace('\n', ' ')));
    }

    Opinion read() {
        return switch (opinion) {
            case "NOTHING" -> new Opinion.NothingFound();
            case "THREAT" -> new Opinion.Threat(text(words));
            case "SUSPICIOUS" ->
                new Opinion.Suspicious(
                        score,
                        words.isEmpty()
                                ? List.of()
                                : Arrays.stream(words.split("\n", -1))
                                        .map(OpinionColumns::text)
                                        .toList());
            case "NOT_SCANNED" -> new Opinion.NotScanned(text(words));
            default -> throw new IllegalStateException("no such opinion: " + opinion);
        };
    }

    private static String text(String stored) {
        return StoredText.read(stored).unescaped();
    }
}
