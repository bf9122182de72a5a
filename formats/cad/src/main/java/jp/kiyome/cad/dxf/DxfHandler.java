package jp.kiyome.cad.dxf;

import java.util.List;
import java.util.Optional;
import jp.kiyome.cad.dxf.pairs.PairSource;
import jp.kiyome.cad.dxf.write.ComparedOutput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds DXF drawings. Stateless; threads share it. See {@code docs/formats/dxf.md}. */
public final class DxfHandler implements Handler {

    static final FileType DXF = FileType.of("dxf", "image/vnd.dxf", "dxf");

    /** Whether a drawing goes on naming pictures, underlays and other drawings that lie beside it. */
    static final PolicyOption REFERENCES = PolicyOption.of("cad.references", "name", "remove");

    @Override
    public List<FileType> types() {
        return List.of(DXF);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(REFERENCES);
    }

    /** A drawing begins with a section, behind nothing but comments. */
    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        if (!Form.mayBegin(content)) {
            return Optional.empty();
        }
        try {
            Form form = Form.of(content);
            PairSource pairs = form.source(content, form.first());
            boolean section =
                    pairs.next() && pairs.code() == 0 && pairs.raw().strip().equals("SECTION");
            return section && pairs.next() && pairs.code() == 2 ? Optional.of(DXF) : Optional.empty();
        } catch (Refusal noPair) {
            return Optional.empty();
        }
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        rebuild(session).run(content, out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        ComparedOutput compared = new ComparedOutput(output);
        rebuild(session).run(output, compared);
        compared.end();
    }

    private static DxfRebuild rebuild(Session session) {
        return new DxfRebuild(session, session.policy().choice(REFERENCES).equals("name"));
    }
}
