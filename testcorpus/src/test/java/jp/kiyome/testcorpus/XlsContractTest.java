package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.ShownPictures;
import jp.kiyome.testcorpus.scan.XlsScan;
import jp.kiyome.testcorpus.xls.WorstXls;
import jp.kiyome.testcorpus.xls.XlsVectors;

/** The laws of handlers, for workbooks of Excel 97 to 2003. */
class XlsContractTest implements HandlerContract, RobustnessContract {

    private static final List<Vector> VECTORS = XlsVectors.all();
    private static final List<Sample> BENIGN = XlsVectors.benign();

    /** Each of ten laws looks at the same run, and the same second one. */
    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    @Override
    public List<Vector> vectors() {
        return VECTORS;
    }

    @Override
    public List<Sample> benign() {
        return BENIGN;
    }

    @Override
    public List<String> shownPictures(byte[] file) {
        return ShownPictures.inside(file);
    }

    @Override
    public List<Sample> toBreak() {
        return BENIGN.stream()
                .filter(s -> s.name().equals("xls-formulas") || s.name().equals("xls-shape"))
                .toList();
    }

    @Override
    public Run run(Sample sample) {
        return RUNS.computeIfAbsent(sample.name(), any -> HandlerContract.super.run(sample));
    }

    @Override
    public Run again(Sample sample) {
        return RUNS.computeIfAbsent("again " + sample.name(), any -> HandlerContract.super.again(sample));
    }

    @Override
    public List<Sample> worstShapes() {
        return WorstXls.all();
    }

    /** Names of sheets, and what cells show. */
    @Override
    public String shownText(byte[] file) {
        return XlsScan.shown(file);
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        Map<String, IntFunction<Limits>> limits = RobustnessContract.super.limits();
        limits.remove("limit.xml-depth");
        return limits;
    }

    /** The scan knows nothing of kinds of sheets by their bits, of what functions are given, of controls without parts, of drawings and of strings. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "xls-dialog-sheet", "xls-formula-indirect", "xls-control", "xls-picture-path", "xls-string-unused");
    }
}
