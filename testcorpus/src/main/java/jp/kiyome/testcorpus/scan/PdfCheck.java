package jp.kiyome.testcorpus.scan;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.scan.pdf.Found;
import jp.kiyome.testcorpus.scan.pdf.PdfScan;

/** What {@link PdfScan} finds in a layer. */
final class PdfCheck {

    private PdfCheck() {}

    static List<Survivor> look(Layer layer) {
        List<Survivor> survivors = new ArrayList<>();
        PdfScan.look(layer.bytes(), new Found() {
            @Override
            public void vector(String where, String what) {
                add(Survivor.Kind.VECTOR, where, what);
            }

            @Override
            public void dangling(String where, String what) {
                add(Survivor.Kind.DANGLING, where, what);
            }

            @Override
            public void structure(String where, String what) {
                add(Survivor.Kind.STRUCTURE, where, what);
            }

            private void add(Survivor.Kind kind, String where, String what) {
                survivors.add(new Survivor(kind, layer.path() + "/" + where, what));
            }
        });
        return survivors;
    }
}
