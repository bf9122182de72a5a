package jp.kiyome.testcorpus;

import java.util.List;
import jp.kiyome.testcorpus.ooxml.OoxmlVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

class OoxmlContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return Samples.vectors();
    }

    @Override
    public List<Sample> benign() {
        return OoxmlVectors.benign();
    }

    @Override
    public List<Sample> toBreak() {
        return benign();
    }
}
