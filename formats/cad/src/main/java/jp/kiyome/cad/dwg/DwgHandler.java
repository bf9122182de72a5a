package jp.kiyome.cad.dwg;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.cad.dxf.write.ComparedOutput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.text.Table;
import jp.kiyome.core.type.FileType;

/** Reads DWG drawings and, where a policy says so, writes those of AutoCAD 2000 anew. Stateless. See {@code docs/formats/dwg.md}. */
public final class DwgHandler implements Handler {

    static final FileType DWG = FileType.of("dwg", "image/vnd.dwg", "dwg");

    /**
     * What becomes of a drawing whose sections and map are written anew, but whose objects are carried over as they are: it is held
     * until somebody approves, unless the policy says that it may pass.
     */
    static final PolicyOption SECTION_LEVEL = PolicyOption.of("cad.dwg-section-level", "hold", "pass");

    private static final int MAGIC = 6;

    private static final List<List<String>> VERSIONS = Table.of(
                    Objects.requireNonNull(DwgHandler.class.getResource("versions.tsv")))
            .rows();

    private final Acting acting = new Acting();

    @Override
    public List<FileType> types() {
        return List.of(DWG);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(SECTION_LEVEL);
    }

    /** By the version that every drawing begins with, a zero behind it. */
    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        boolean drawing = content.size() > MAGIC && magic(content).matches("AC1[0-9]{3}") && content.byteAt(MAGIC) == 0;
        return drawing ? Optional.of(DWG) : Optional.empty();
    }

    private static String magic(Content content) {
        byte[] magic = new byte[MAGIC];
        content.copy(0, magic, 0, MAGIC);
        return new String(magic, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        Flat drawing = read(content, session);
        boolean hold = session.policy().choice(SECTION_LEVEL).equals("hold");
        if (hold && !session.policy().approves("dwg.section-level")) {
            throw Refusal.untilApproved("dwg.section-level");
        }
        session.found(Finding.of("dwg.section-level", Action.CHANGED, Location.wholeFile(), ""));
        write(drawing, content, out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        ComparedOutput compared = new ComparedOutput(output);
        write(read(output, session), output, compared);
        compared.end();
    }

    private Flat read(Content content, Session session) {
        session.budget().checkTime();
        String magic = magic(content);
        List<String> version = VERSIONS.stream()
                .filter(row -> row.get(0).equals(magic))
                .findFirst()
                .orElseThrow(() -> Refusal.of("dwg.version", magic));
        if (!version.get(2).equals("flat")) {
            throw Refusal.of("dwg.version", version.get(1));
        }
        Flat drawing = Flat.read(content, session.budget());
        acting.requireNone(drawing);
        return drawing;
    }

    private static void write(Flat drawing, Content from, OutputStream out) {
        new FlatWriter(out).write(drawing, from);
    }
}
