package jp.kiyome.mail.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.type.FileType;

/**
 * A file in a mail, or in a file in it, as deep as there are any. The bodies of the mail itself are none.
 *
 * @param name as the mail has it
 * @param cleanName as it would go out: with one extension, of what the file is, where that is known
 * @param extension of the clean name, lower case; empty where it has none
 * @param type id; empty where nobody knows
 * @param sha256 of its bytes as they came
 * @param size of them
 * @param locked whether a password or a key keeps everybody out
 * @param refused whether it does not come out
 * @param depth 1 for a file of the mail itself, 2 for one inside such a file
 */
record Part(
        Untrusted name,
        String cleanName,
        String extension,
        String type,
        String sha256,
        long size,
        boolean locked,
        boolean refused,
        int depth) {

    private static final Pattern BODY = Pattern.compile("body(-[0-9-]+)?\\.(txt|html)");
    private static final Set<String> BODIES = Set.of("txt", "html");

    /** Reasons that say the same as a lock, of what is no file with a password. */
    private static final Set<String> LOCKS =
            Set.of("file.locked", "message.encrypted", "zip.encrypted", "pdf.encryption");

    /** In the order in which they were met. */
    static List<Part> in(Report mail) {
        List<Part> parts = new ArrayList<>();
        mail.nested().stream().filter(nested -> !isBody(nested)).forEach(nested -> add(nested, 1, parts));
        return parts;
    }

    /** Reports nest no deeper than the policy's limit of files inside files. */
    private static void add(Report report, int depth, List<Part> parts) {
        String clean = report.outputName().unescaped();
        parts.add(new Part(
                report.name(),
                clean,
                extension(clean),
                report.type().map(FileType::id).orElse(""),
                report.input().sha256(),
                report.input().size(),
                isLocked(report),
                report.verdict() != Verdict.REBUILT,
                depth));
        report.nested().forEach(nested -> add(nested, depth + 1, parts));
    }

    private static boolean isBody(Report nested) {
        return BODY.matcher(nested.name().unescaped()).matches()
                && nested.type().map(FileType::id).filter(BODIES::contains).isPresent();
    }

    static boolean isLocked(Report report) {
        return report.verdict() == Verdict.LOCKED
                || report.reason()
                        .map(Finding::kind)
                        .filter(kind -> LOCKS.contains(kind.code()))
                        .isPresent();
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
