package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.ppt.PptVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.PptScan;
import jp.kiyome.testcorpus.scan.ShownPictures;

/** What holds of every handler, for presentations of PowerPoint 97 to 2003. */
class PptContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return PptVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return PptVectors.benign();
    }

    @Override
    public List<String> shownPictures(byte[] file) {
        return ShownPictures.inside(file);
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream().limit(2).toList();
    }

    @Override
    public List<Sample> worstShapes() {
        return PptVectors.worst();
    }

    @Override
    public String shownText(byte[] file) {
        return PptScan.shown(file);
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        Map<String, IntFunction<Limits>> limits = RobustnessContract.super.limits();
        limits.remove("limit.xml-depth");
        return limits;
    }

    /** What only tells something is for the canaries, not for the scan. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "ppt-user-name", "ppt-unknown-record", "ppt-unknown-property", "ppt-deleted-shape", "ppt-fonts-twice");
    }
}
