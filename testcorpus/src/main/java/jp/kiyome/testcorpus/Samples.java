package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.ooxml.OoxmlVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Every sample there is. */
public final class Samples {

    private Samples() {}

    public static List<Vector> vectors() {
        return OoxmlVectors.all();
    }

    /** Every hostile file, every twin, and benign files that stand alone. */
    public static List<Sample> all() {
        return Stream.concat(
                        vectors().stream().flatMap(v -> Stream.of(v.hostile(), v.twin())),
                        OoxmlVectors.benign().stream())
                .toList();
    }

    /** Names of the hostile files that stand in the repository with the benign ones. */
    private static final Set<String> CHECKED_IN = Set.of(
            "docm-vba",
            "docx-alt-chunk-html",
            "docx-embedded-workbook",
            "docx-field-dde-in-six-runs",
            "docx-hyperlink-javascript-tab",
            "docx-ole-link",
            "docx-settings-attached-template",
            "docx-zip-two-documents",
            "pptx-action-program",
            "pptx-timing-command",
            "xlsx-external-dde",
            "xlsx-formula-0-webservice",
            "xlsx-xlm-macrosheet");

    /** The few that stand in the folder {@code samples}, to try the command line on. */
    public static List<Sample> checkedIn() {
        return Stream.concat(
                        vectors().stream().map(Vector::hostile).filter(s -> CHECKED_IN.contains(s.name())),
                        OoxmlVectors.benign().stream())
                .toList();
    }
}
