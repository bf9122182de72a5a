package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.pdf.PdfVectors;
import jp.kiyome.testcorpus.pdf.SecondReader;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Every action at every trigger is tried plainly each time, and in one disguise out of {@value #SHARE}, another one for each;
 * {@code -Dpdf.disguises=all} tries all.
 */
class PdfContractTest implements HandlerContract, RobustnessContract {

    private static final int SHARE = 20;
    private static final boolean ALL = "all".equals(System.getProperty("pdf.disguises"));
    private static final List<Vector> VECTORS = ALL ? PdfVectors.all() : sampled();
    private static final List<Sample> INNOCENT = innocents();

    /** Vectors inside what a file may hold, which a look at each object by itself does not tell. */
    private static final Set<String> KNOWN_BY_MARKER_ONLY = Set.of(
            // a value beside an appearance, and sizes that say more than there is
            "pdf-shadow-field-value",
            "pdf-shadow-field-no-value",
            "pdf-font-no-kind",
            "pdf-shadow-field-combo",
            "pdf-shadow-field-parent",
            "pdf-shadow-field-button",
            "pdf-shadow-field-list",
            "pdf-shadow-field-second",
            "pdf-shadow-field-unreadable",
            "pdf-shadow-field-invisible",
            "pdf-bomb-predictor-columns",
            "pdf-bomb-fax-columns",
            "pdf-bomb-size",
            "pdf-bomb-table-rows",
            "pdf-profile-curve",
            // depth alone; name trees; a table of old, which an output does not have
            "pdf-bomb-page-tree",
            "pdf-loop-names",
            "pdf-loop-parent",
            "pdf-loop-annotation",
            // what draws itself, which is a matter of operators
            "pdf-loop-form",
            "pdf-loop-pattern",
            "pdf-loop-glyph",
            "pdf-loop-soft-mask",
            "pdf-loop-colour-space",
            "pdf-damage-table-elsewhere",
            "pdf-damage-table-offsets",
            // inside the programs of glyphs and the ranges of maps
            "pdf-font-compact-recursive",
            "pdf-font-compact-exponential",
            "pdf-font-compact-count",
            "pdf-font-truetype-itself",
            "pdf-font-truetype-offsets",
            "pdf-map-range",
            "pdf-map-ranges",
            "pdf-unicode-range");

    private static final Pattern MENDED = Pattern.compile(
            "pdf-poster-|pdf-information|pdf-shadow-field-(value|no-value|combo|parent|button)|pdf-font-(no|unknown)-kind");

    /** Each of ten laws looks at the same run, and the same second one. */
    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    private static final Map<String, Set<String>> SEEN = new ConcurrentHashMap<>();

    private static final Map<String, Run> AGAIN = new ConcurrentHashMap<>();

    /** All plain vectors, and the disguises in turn. */
    private static List<Vector> sampled() {
        List<Vector> all = PdfVectors.all();
        List<Vector> some = new ArrayList<>();
        int disguised = 0;
        for (Vector vector : all) {
            boolean disguise = PdfVectors.isDisguise(vector);
            if (!disguise || disguised++ % SHARE == 0) {
                some.add(vector);
            }
        }
        return some;
    }

    /** Twins with the same bytes once. */
    private static List<Sample> innocents() {
        Map<String, Sample> distinct = new TreeMap<>();
        VECTORS.stream()
                .map(Vector::twin)
                .forEach(twin ->
                        distinct.putIfAbsent(new String(twin.bytes().get(), StandardCharsets.ISO_8859_1), twin));
        return Stream.concat(distinct.values().stream(), PdfVectors.benign().stream())
                .toList();
    }

    @Override
    public List<Vector> vectors() {
        return VECTORS;
    }

    @Override
    public List<Sample> benign() {
        return PdfVectors.benign();
    }

    @Override
    public Stream<Sample> innocent() {
        return INNOCENT.stream();
    }

    @Override
    public List<Sample> toBreak() {
        return List.of(benign().get(1), benign().get(3));
    }

    @Override
    public Run run(Sample sample) {
        return RUNS.computeIfAbsent(sample.fileName(), name -> HandlerContract.super.run(sample));
    }

    /** As another reader has it, PDFBox: the pages counted, their text. */
    @Override
    public String shownText(byte[] file) {
        return SecondReader.text(file, "");
    }

    /** The pages as another reader draws them. */
    @Override
    public List<String> shownPictures(byte[] file) {
        return SecondReader.pages(file);
    }

    @Override
    public Run again(Sample sample) {
        return AGAIN.computeIfAbsent(sample.fileName(), name -> HandlerContract.super.again(sample));
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of(
                "limit.input-bytes",
                n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)),
                "limit.decoded-bytes",
                n -> Limits.defaults().with(Map.of(LimitName.DECODED_BYTES, (long) n)));
    }

    @Test
    void theShareThatIsTriedIsReported(TestReporter reporter) {
        reporter.publishEntry(
                "pdf.disguises",
                ALL
                        ? "all"
                        : "1 in " + SHARE + " of " + PdfVectors.all().size() + "; -Dpdf.disguises=all for every one");
        assertThat(VECTORS).hasSizeGreaterThan(PdfVectors.all().size() / 6);
    }

    @Test
    void theTableOfFindingsNamesNothingElse() {
        assertThat(PdfVectors.findings().keySet())
                .isSubsetOf(VECTORS.stream()
                        .map(Vector::hostile)
                        .filter(s -> s.ending() == Ending.REBUILT)
                        .map(Sample::name)
                        .toList());
    }

    @Test
    void everyVectorIsThereOnceUnderItsName() {
        assertThat(PdfVectors.all().stream().map(v -> v.hostile().name())).doesNotHaveDuplicates();
    }

    @Override
    public Set<String> knownByFindingOnly() {
        return KNOWN_BY_MARKER_ONLY;
    }

    /** In another way than its twin, which is no output either. */
    @Override
    public boolean noticed(Vector v) {
        return seen(v.hostile()).stream().anyMatch(what -> !seen(v.twin()).contains(what));
    }

    @Override
    public Set<String> hiddenInTheInput() {
        return vectors().stream()
                .map(v -> v.hostile().name())
                .filter(name -> name.endsWith("-encrypted"))
                .collect(Collectors.toSet());
    }

    private static Set<String> seen(Sample sample) {
        byte[] bytes = sample.bytes().get();
        return SEEN.computeIfAbsent(new String(bytes, StandardCharsets.ISO_8859_1), same -> scanned(sample));
    }

    private static Set<String> scanned(Sample sample) {
        return OutputScan.of(sample.bytes().get()).stream()
                .map(s -> s.kind() + " " + s.what())
                .collect(Collectors.toSet());
    }

    /** What is drawn stays, to the byte, where all the rest of it goes. */
    @TestFactory
    Stream<DynamicTest> whatIsMendedComesOutAsItsTwin() {
        return vectors().stream()
                .filter(v -> MENDED.matcher(v.hostile().name()).lookingAt())
                .map(v -> dynamicTest(
                        v.hostile().name(), () -> assertThat(run(v.hostile()).output())
                                .isEqualTo(run(v.twin()).output())));
    }

    /** Of a part: the handler is given no way to write. */
    @Override
    @TestFactory
    public Stream<DynamicTest> theInputIsUntouched() {
        return benign().stream()
                .map(sample -> dynamicTest(sample.name(), () -> {
                    byte[] input = sample.bytes().get();
                    RUNNER.sanitize(sample.fileName(), input);
                    assertThat(input).isEqualTo(sample.bytes().get());
                }));
    }
}
