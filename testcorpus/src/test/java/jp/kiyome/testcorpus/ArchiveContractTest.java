package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.archive.ArchiveVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

class ArchiveContractTest implements HandlerContract, RobustnessContract {

    /** The scanner does not read 7z, nor what members are. */
    private static final Set<String> KNOWN_BY_FINDING_ONLY =
            Set.of("7z-gap", "7z-climbs", "gz-behind", "zst-skipped", "archive-zip-program", "archive-zip-two-names");

    @Override
    public List<Vector> vectors() {
        return ArchiveVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return ArchiveVectors.benign();
    }

    @Override
    public List<Sample> toBreak() {
        return benign();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of(
                "limit.input-bytes",
                n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)),
                "limit.decoded-bytes",
                n -> Limits.defaults().with(Map.of(LimitName.DECODED_BYTES, (long) n)));
    }

    @Override
    public Set<String> knownByFindingOnly() {
        return KNOWN_BY_FINDING_ONLY;
    }
}
