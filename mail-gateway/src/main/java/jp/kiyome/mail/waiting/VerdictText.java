package jp.kiyome.mail.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.finding.Untrusted;

/** A verdict as a text that the store keeps: its kind, then a field a line. Stateless. */
final class VerdictText {

    private static final String NOTHING = "nothing-found";
    private static final String VOUCHED = "vouched";
    private static final String THREAT = "threat";
    private static final String SUSPICIOUS = "suspicious";
    private static final String NOT_SCANNED = "not-scanned";

    private VerdictText() {}

    static String write(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        switch (verdict) {
            case Verdict.NothingFound(boolean vouched) -> lines.add(vouched ? VOUCHED : NOTHING);
            case Verdict.Threat(Untrusted name) -> lines.addAll(List.of(THREAT, line(name)));
            case Verdict.Suspicious(double score, List<Untrusted> reasons) -> {
                lines.addAll(List.of(SUSPICIOUS, Double.toString(score)));
                reasons.forEach(reason -> lines.add(line(reason)));
            }
            case Verdict.NotScanned(WhyNotScanned why, Untrusted detail) ->
                lines.addAll(List.of(NOT_SCANNED, why.name(), line(detail)));
        }
        return String.join("\n", lines);
    }

    private static String line(Untrusted text) {
        return text.unescaped().replace("\\", "\\\\").replace("\n", "\\n");
    }

    static Verdict read(String written) {
        String[] lines = written.split("\n", -1);
        return switch (lines[0]) {
            case NOTHING -> new Verdict.NothingFound(false);
            case VOUCHED -> new Verdict.NothingFound(true);
            case THREAT -> new Verdict.Threat(text(lines[1]));
            case SUSPICIOUS ->
                new Verdict.Suspicious(
                        Double.parseDouble(lines[1]),
                        Stream.of(lines).skip(2).map(VerdictText::text).toList());
            case NOT_SCANNED -> new Verdict.NotScanned(WhyNotScanned.valueOf(lines[1]), text(lines[2]));
            default -> throw new IllegalArgumentException("no verdict: " + Untrusted.of(written));
        };
    }

    private static Untrusted text(String line) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char one = line.charAt(i);
            if (one == '\\') {
                i++;
                text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
            } else {
                text.append(one);
            }
        }
        return Untrusted.of(text.toString());
    }
}
