package jp.kiyome.testcorpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.cad.DxfSamples;
import jp.kiyome.testcorpus.cad.DxfVectors;
import jp.kiyome.testcorpus.cad.IgesVectors;
import jp.kiyome.testcorpus.cad.JwwVectors;
import jp.kiyome.testcorpus.cad.StepVectors;
import jp.kiyome.testcorpus.cad.SxfVectors;
import jp.kiyome.testcorpus.docuworks.XdwVectors;
import jp.kiyome.testcorpus.drawing.CompressedVectors;
import jp.kiyome.testcorpus.drawing.MetafileVectors;
import jp.kiyome.testcorpus.drawing.SvgVectors;
import jp.kiyome.testcorpus.ichitaro.JtdVectors;
import jp.kiyome.testcorpus.image.ImageVectors;
import jp.kiyome.testcorpus.mail.MailVectors;
import jp.kiyome.testcorpus.odf.OdfVectors;
import jp.kiyome.testcorpus.ooxml.OoxmlVectors;
import jp.kiyome.testcorpus.pdf.PdfVectors;
import jp.kiyome.testcorpus.ppt.PptVectors;
import jp.kiyome.testcorpus.rtf.RtfVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.text.TextVectors;
import jp.kiyome.testcorpus.word.WordVectors;
import jp.kiyome.testcorpus.xls.XlsVectors;
import jp.kiyome.testcorpus.xlsb.XlsbBenign;
import jp.kiyome.testcorpus.xlsb.XlsbVectors;

/** Every sample there is. */
public final class Samples {

    private Samples() {}

    /** Office files, with the findings that {@code findings.tsv} beside this class expects of each. */
    public static List<Vector> vectors() {
        Map<String, String[]> findings = findings();
        return OoxmlVectors.all().stream()
                .map(v -> v.finds(findings.getOrDefault(v.hostile().name(), new String[0])))
                .toList();
    }

    /** Codes by the name of the hostile sample. */
    static Map<String, String[]> findings() {
        Map<String, String[]> findings = new TreeMap<>();
        try (InputStream in = Samples.class.getResourceAsStream("findings.tsv")) {
            if (in == null) {
                throw new IllegalStateException("findings.tsv is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(f -> findings.put(f[0], f[1].isEmpty() ? new String[0] : f[1].split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    /** Every hostile file, every twin, and benign files that stand alone. */
    public static List<Sample> all() {
        return Stream.of(
                        pairs(vectors()),
                        OoxmlVectors.benign().stream(),
                        pairs(ImageVectors.all()),
                        ImageVectors.benign().stream(),
                        pairs(SvgVectors.all()),
                        SvgVectors.benign().stream(),
                        pairs(MetafileVectors.all()),
                        MetafileVectors.benign().stream(),
                        pairs(CompressedVectors.all()),
                        CompressedVectors.benign().stream(),
                        pdf(),
                        pairs(XlsVectors.all()),
                        XlsVectors.benign().stream(),
                        pairs(XlsbVectors.all()),
                        XlsbBenign.all().stream(),
                        pairs(PptVectors.all()),
                        PptVectors.benign().stream(),
                        pairs(TextVectors.all()),
                        TextVectors.benign().stream(),
                        pairs(MailVectors.all()),
                        MailVectors.benign().stream(),
                        pairs(WordVectors.all()),
                        WordVectors.benign().stream(),
                        pairs(JtdVectors.all()),
                        JtdVectors.benign().stream(),
                        pairs(XdwVectors.all()),
                        XdwVectors.benign().stream(),
                        pairs(OdfVectors.all()),
                        OdfVectors.benign().stream(),
                        pairs(RtfVectors.all()),
                        RtfVectors.benign().stream(),
                        pairs(DxfVectors.all()),
                        DxfSamples.all().stream(),
                        pairs(JwwVectors.all()),
                        JwwVectors.benign().stream(),
                        pairs(SxfVectors.all()),
                        SxfVectors.benign().stream(),
                        pairs(StepVectors.all()),
                        StepVectors.benign().stream(),
                        pairs(IgesVectors.all()),
                        IgesVectors.benign().stream())
                .flatMap(samples -> samples)
                .toList();
    }

    private static Stream<Sample> pairs(List<Vector> vectors) {
        return vectors.stream().flatMap(vector -> Stream.of(vector.hostile(), vector.twin()));
    }

    /** Of PDF files those that are each of their own kind, and the benign ones: actions at triggers differ in a word. */
    private static Stream<Sample> pdf() {
        return Stream.concat(
                PdfVectors.all().stream()
                        .map(Vector::hostile)
                        .filter(s -> PdfVectors.findings().containsKey(s.name()) || CHECKED_IN_PDF.contains(s.name())),
                PdfVectors.benign().stream());
    }

    /** Names of the hostile files that stand in the repository with the benign ones. */
    private static final Set<String> CHECKED_IN = Set.of(
            "docm-vba",
            "docx-embedded-pdf",
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

    /** Hostile PDF files, likewise. */
    private static final Set<String> CHECKED_IN_PDF = Set.of(
            "pdf-JavaScript-OpenAction-plain",
            "pdf-JavaScript-OpenAction-encrypted",
            "pdf-Launch-link-A-object-stream",
            "pdf-SubmitForm-field-K-escaped",
            "pdf-embedded-plain",
            "pdf-xfa-plain",
            "pdf-bomb-deflate-chain",
            "pdf-font-type1-matrix",
            "pdf-loop-outline-next",
            "pdf-polyglot-html-before",
            "pdf-shadow-replace-content");

    /** The few that stand in the folder {@code samples}, to try the command line on. */
    public static List<Sample> checkedIn() {
        return Stream.concat(
                        vectors().stream().map(Vector::hostile).filter(s -> CHECKED_IN.contains(s.name())),
                        Stream.concat(
                                OoxmlVectors.benign().stream(),
                                Stream.concat(
                                        PdfVectors.all().stream()
                                                .map(Vector::hostile)
                                                .filter(s -> CHECKED_IN_PDF.contains(s.name())),
                                        PdfVectors.benign().stream())))
                .toList();
    }
}
