package jp.kiyome.cad.jww;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** Reads a file from its version to its last definition, one object at a time. Not thread-safe. */
final class ArchiveWalk {

    /** What a list holds. */
    enum Kind {
        DRAWN,
        DEFINITIONS;

        private boolean mayHold(String structure) {
            return switch (this) {
                case DRAWN -> CLASSES.contains(structure);
                case DEFINITIONS -> structure.equals(DEFINITION);
            };
        }
    }

    private static final Set<String> CLASSES =
            Set.of("CDataSen", "CDataEnko", "CDataTen", "CDataMoji", "CDataSunpou", "CDataSolid", "CDataBlock");
    private static final String DEFINITION = "CDataList";
    private static final int TICK = 1 << 10;
    /** Bytes of a tag, the least that an entry of a list takes. */
    private static final int TAG = 2;

    private final JwwInput in;
    private final RecordCopy records;
    private final ReadTags tags;
    private final Budget budget;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private int read;

    /** @param from where the header begins, behind the version */
    ArchiveWalk(Content content, long from, int version, TextRules texts, Noted noted, Budget budget) {
        this.in = new JwwInput(content, from);
        this.records = new RecordCopy(Layout.JWW, version, in, texts, noted);
        this.tags = new ReadTags(in);
        this.budget = budget;
    }

    JwwInput in() {
        return in;
    }

    void header(JwwOutput out) {
        records.copy("header", out);
    }

    /** Reads a list with whatever is in it. */
    void list(Kind kind, ObjectVisitor visitor) {
        long count = in.count();
        in.require(Math.multiplyExact(count, TAG));
        for (long i = 0; i < count; i++) {
            if (++read % TICK == 0) {
                budget.checkTime();
            }
            Optional<String> structure = tags.next();
            structure.ifPresentOrElse(name -> object(kind, name, visitor), visitor::nothing);
        }
    }

    private void object(Kind kind, String structure, ObjectVisitor visitor) {
        if (!kind.mayHold(structure)) {
            throw Refusal.of("jww.structure", "a class that is not known here: " + structure);
        }
        record.reset();
        Values values = records.copy(structure, JwwOutput.into(record));
        visitor.object(structure, tags.schema(structure), values, record.toByteArray());
        if (kind == Kind.DEFINITIONS) {
            list(Kind.DRAWN, visitor.inside());
        }
    }
}
