package jp.kiyome.cad.part21;

import java.util.function.Consumer;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;

/** A file as a row of instances, to be read as often as needed. Not thread-safe. */
final class Exchange {

    private static final int TICK = 1 << 10;

    private final Content content;
    private final Encoding encoding;
    private final Budget budget;

    Exchange(Content content, Budget budget) {
        this.content = content;
        this.encoding = Letters.of(content);
        this.budget = budget;
    }

    /** Reads the whole file. */
    void read(Consumer<FileHeader> header, Consumer<Instance> instances, Consumer<Finding> findings) {
        Lexer lexer = new Lexer(Letters.read(content, encoding), () -> removed(findings, "part21.comment", "", ""));
        Reading in = new Reading(lexer);
        lexer.insist(lexer.keyword().equals("ISO-10303-21"), "no exchange structure");
        lexer.expect(';');
        header.accept(FileHeader.read(in, findings));
        boolean data = false;
        for (String word = lexer.keyword(); !word.equals("END-ISO-10303-21"); word = lexer.keyword()) {
            if (word.equals("DATA") && !data) {
                data = true;
                begin(in);
                instances(in, instances);
            } else {
                boolean known = word.equals("ANCHOR") || word.equals("REFERENCE") || word.equals("SIGNATURE");
                lexer.insist(known, "an unknown section");
                skip(lexer, word, findings);
            }
        }
        lexer.expect(';');
        lexer.insist(data, "no data");
        if (!lexer.ended()) {
            removed(findings, "part21.trailing-data", "", "");
        }
    }

    /** The name and schema that the third edition lets a section have say what the header says. */
    private static void begin(Reading in) {
        if (in.lexer().peek() == '(') {
            in.entity("DATA");
        }
        in.lexer().expect(';');
    }

    private void instances(Reading in, Consumer<Instance> instances) {
        Lexer lexer = in.lexer();
        for (long read = 1; lexer.take('#'); read++) {
            instances.accept(in.instance());
            if (read % TICK == 0) {
                budget.checkTime();
            }
        }
        lexer.insist(lexer.keyword().equals("ENDSEC"), "no instance");
        lexer.expect(';');
    }

    /** Sections of the third edition that name other files, or that only one program can read. */
    private static void skip(Lexer lexer, String section, Consumer<Finding> findings) {
        removed(findings, "part21.section", section, "");
        StringBuilder line = new StringBuilder();
        while (!line.toString().endsWith("ENDSEC;")) {
            int character = lexer.any();
            lexer.insist(character >= 0, "a section without an end");
            line.append((char) character);
            if (line.length() > 64) {
                line.delete(0, 32);
            }
        }
    }

    private static void removed(Consumer<Finding> findings, String code, String part, String detail) {
        findings.accept(Finding.of(code, Action.REMOVED, Location.ofPart(part), detail));
    }
}
