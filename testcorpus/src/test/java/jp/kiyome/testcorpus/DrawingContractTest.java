package jp.kiyome.testcorpus;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.drawing.MetafileVectors;
import jp.kiyome.testcorpus.drawing.SvgVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

class DrawingContractTest implements HandlerContract {

    @Override
    public List<Vector> vectors() {
        return Stream.concat(SvgVectors.all().stream(), MetafileVectors.all().stream())
                .toList();
    }

    @Override
    public List<Sample> benign() {
        return Stream.concat(SvgVectors.benign().stream(), MetafileVectors.benign().stream())
                .toList();
    }
}
