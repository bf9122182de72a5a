package jp.kiyome.office.ppt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordFilter;

/**
 * Comments on slides ([MS-PPT] 2.5.3): text, place and time stay, and their authors' names as the policy says. Stateless.
 *
 * @param policy {@code office.comments} and {@code office.authors} count
 */
record Comments(PptHost host, Policy policy) {

    private static final PolicyOption KEEP = PolicyOption.of("office.comments", "keep", "remove");
    private static final PolicyOption AUTHORS = PolicyOption.of("office.authors", "keep", "anonymize");

    static final List<PolicyOption> OPTIONS = List.of(KEEP, AUTHORS);

    private static final int TEXT = 4026;
    private static final int AUTHOR = 0;
    private static final int INITIALS = 2;
    private static final String ANONYMOUS = "Author";

    Optional<Record> read(RawRecord raw, RecordFilter filter) {
        if (policy.choice(KEEP).equals("remove")) {
            host.found("review.comment", Action.REMOVED, "Comment10Container", "");
            return Optional.empty();
        }
        List<Record> kept = new ArrayList<>();
        for (Record child : filter.all(raw.children(host.budget()), List.of("CString", "Comment10Atom"))) {
            boolean person = child.type() == TEXT && (child.instance() == AUTHOR || child.instance() == INITIALS);
            kept.add(person && policy.choice(AUTHORS).equals("anonymize") ? anonymous((Record.Atom) child) : child);
        }
        return Optional.of(new Record.Container(raw.type(), 0, kept));
    }

    private Record anonymous(Record.Atom name) {
        String said = new String(name.body(), StandardCharsets.UTF_16LE);
        if (said.isEmpty() || said.equals(ANONYMOUS)) {
            return name;
        }
        host.found("metadata.author", Action.REPLACED, "Comment10Container", "");
        return new Record.Atom(0, TEXT, name.instance(), ANONYMOUS.getBytes(StandardCharsets.UTF_16LE));
    }
}
