package jp.kiyome.app.screen;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.app.say.Say;
import jp.kiyome.core.report.ReportText;
import jp.kiyome.core.report.Verdict;

/** Counts files by type and verdict, and shows the counts as a table. Not thread-safe. */
public final class Summary {

    private final Map<String, Map<Verdict, Integer>> counts = new TreeMap<>();
    private int notProcessed;

    /** Counts a file. */
    public void count(String type, Verdict verdict) {
        counts.computeIfAbsent(type, any -> new EnumMap<>(Verdict.class)).merge(verdict, 1, Integer::sum);
    }

    /** Counts a file that could not be read, or whose output could not be written. */
    public void countNotProcessed() {
        notProcessed++;
    }

    /** Lines of the table, ended by line feeds. */
    public String table(Voice voice, ReportText words) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(voice.text(Say.TYPE)));
        for (Verdict verdict : Verdict.values()) {
            head.add(words.word(verdict));
        }
        head.add(voice.text(Say.TOTAL));
        rows.add(head);
        Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
        counts.forEach((type, byVerdict) -> {
            rows.add(row(type, byVerdict));
            byVerdict.forEach((verdict, count) -> all.merge(verdict, count, Integer::sum));
        });
        rows.add(row(voice.text(Say.TOTAL), all));
        StringBuilder table = new StringBuilder(aligned(rows));
        if (notProcessed > 0) {
            table.append(voice.text(Say.NOT_PROCESSED))
                    .append(": ")
                    .append(notProcessed)
                    .append('\n');
        }
        return table.toString();
    }

    private static List<String> row(String name, Map<Verdict, Integer> byVerdict) {
        List<String> row = new ArrayList<>(List.of(name));
        int sum = 0;
        for (Verdict verdict : Verdict.values()) {
            int count = byVerdict.getOrDefault(verdict, 0);
            row.add(count == 0 ? "-" : Integer.toString(count));
            sum += count;
        }
        row.add(Integer.toString(sum));
        return row;
    }

    private static String aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(Columns.padded(row.getFirst(), widths[0]));
            for (int i = 1; i < columns; i++) {
                text.append("  ").append(Columns.padStart(row.get(i), widths[i]));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
