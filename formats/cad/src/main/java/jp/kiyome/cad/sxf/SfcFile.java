package jp.kiyome.cad.sxf;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.cad.part21.FileHeader;
import jp.kiyome.cad.part21.Letters;
import jp.kiyome.cad.part21.Lexer;
import jp.kiyome.cad.part21.Reading;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;

/** An SFC file as a row of features, to be read as often as needed. Not thread-safe. */
final class SfcFile {

    private static final List<String> VERSIONS = List.of("SXF", "SXF3", "SXF3.1");
    private static final int TICK = 1 << 10;

    private final Content content;
    private final Encoding encoding;
    private final Budget budget;

    SfcFile(Content content, Budget budget) {
        this.content = content;
        this.budget = budget;
        this.encoding = Letters.of(content) == Encoding.UTF_8 ? Encoding.UTF_8 : Encoding.CP932;
    }

    /** What its texts are written in: code page 932, or UTF-8 where that is what they are. */
    Encoding encoding() {
        return encoding;
    }

    /** Reads the whole file; features are as they are written. */
    void read(Consumer<FileHeader> header, Consumer<Feature> features, Consumer<Finding> findings) {
        Lexer lexer = new Lexer(Letters.read(content, encoding), () -> removed(findings, "sxf.comment", ""));
        lexer.insist(lexer.keyword().equals("ISO-10303-21"), "no exchange structure");
        lexer.expect(';');
        header.accept(FileHeader.read(new Reading(lexer), findings));
        lexer.insist(lexer.keyword().equals("DATA"), "no data");
        lexer.expect(';');
        FeatureReading in = new FeatureReading(lexer);
        long read = 0;
        for (lexer.blanks(); lexer.comes('/', '*'); lexer.blanks()) {
            lexer.any();
            lexer.any();
            feature(in, features, findings);
            if (++read % TICK == 0) {
                budget.checkTime();
            }
        }
        end(lexer, findings);
    }

    private static void feature(FeatureReading in, Consumer<Feature> features, Consumer<Finding> findings) {
        String version = in.version();
        if (!VERSIONS.contains(version)) {
            in.skip(version);
            removed(findings, "sxf.comment", "");
            return;
        }
        Feature feature = in.feature(version);
        Optional<List<String>> rules = FeatureTable.SXF.rules(feature.name());
        if (rules.isEmpty()) {
            removed(findings, "sxf.unknown-feature", feature.name());
        } else {
            features.accept(FeatureCheck.checked(feature, rules.get(), findings));
        }
    }

    private static void end(Lexer lexer, Consumer<Finding> findings) {
        for (String word : List.of("ENDSEC", "END-ISO-10303-21")) {
            lexer.insist(lexer.keyword().equals(word), "no end");
            lexer.expect(';');
        }
        if (!lexer.ended()) {
            removed(findings, "sxf.trailing-data", "");
        }
    }

    private static void removed(Consumer<Finding> findings, String code, String detail) {
        findings.accept(Finding.of(code, Action.REMOVED, Location.wholeFile(), detail));
    }
}
