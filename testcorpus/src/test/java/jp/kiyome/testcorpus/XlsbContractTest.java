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
import jp.kiyome.testcorpus.scan.XlsbScan;
import jp.kiyome.testcorpus.xlsb.XlsbBenign;
import jp.kiyome.testcorpus.xlsb.XlsbVectors;

/** The laws of handlers, for binary workbooks. */
class XlsbContractTest implements HandlerContract, RobustnessContract {

    private static final List<Vector> VECTORS = XlsbVectors.all();
    private static final List<Sample> BENIGN = XlsbBenign.all();

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
    public List<Sample> toBreak() {
        return BENIGN.stream()
                .filter(s -> s.name().equals("xlsb-formulas") || s.name().equals("xlsb-table"))
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

    /** Names of sheets, and what cells show. */
    @Override
    public String shownText(byte[] file) {
        return XlsbScan.shown(file);
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        Map<String, IntFunction<Limits>> limits = RobustnessContract.super.limits();
        limits.remove("limit.xml-depth");
        return limits;
    }

    /** What only tells something, or lies in structures that the scan does not read: the second reader and the findings judge these. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of("xlsb-code-name", "xlsb-condition-exec", "xlsb-string-unused", "xlsb-validation-exec");
    }
}
