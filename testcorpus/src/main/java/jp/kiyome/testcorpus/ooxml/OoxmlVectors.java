package jp.kiyome.testcorpus.ooxml;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.RawZip;

/** Every vector of the family, and benign files that use much of it. */
public final class OoxmlVectors {

    private OoxmlVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.addAll(DocxLinks.all());
        all.addAll(DocxFields.all());
        all.addAll(DocxParts.all());
        all.addAll(DocxObjects.all());
        all.addAll(Metadata.all());
        all.addAll(XlsxFormulas.all());
        all.addAll(XlsxParts.all());
        all.addAll(XlsxStrings.all());
        all.addAll(XlsxCells.all());
        all.addAll(XlsxDrawings.all());
        all.addAll(XlsxViews.all());
        all.addAll(PptxVectors.all());
        all.addAll(PackageTricks.all());
        all.addAll(LeadingNames.all());
        all.addAll(StrictFiles.all());
        return List.copyOf(all);
    }

    public static List<Sample> benign() {
        return Benign.all();
    }

    /** Archives of good files that use much, to be changed. */
    public static List<RawZip> seeds() {
        return List.of(
                Benign.letter().zip(),
                Benign.fields().zip(),
                Benign.budget().zip(),
                Benign.slides().zip());
    }
}
