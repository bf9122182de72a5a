package jp.kiyome.core.policy.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong, so that one look at a file tells all of it. */
final class Problems {

    private final Messages<PolicyMessage> messages = Messages.of(PolicyMessage.class);
    private final List<PolicyProblem> found = new ArrayList<>();

    void add(Node at, PolicyMessage message, Object... values) {
        add(at.getStartMark(), message, values);
    }

    void add(Optional<Mark> at, PolicyMessage message, Object... values) {
        int line = at.map(Mark::getLine).orElse(0) + 1;
        int column = at.map(Mark::getColumn).orElse(0) + 1;
        found.add(new PolicyProblem(line, column, messages.text(message, values)));
    }

    void add(Node at, Bilingual text) {
        int line = at.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int column = at.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        found.add(new PolicyProblem(line, column, text));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column));
            throw new PolicyInvalid(found);
        }
    }
}
