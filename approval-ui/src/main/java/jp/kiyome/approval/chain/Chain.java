package jp.kiyome.approval.chain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kiyome.quarantine.item.Group;

/**
 * Who is to approve, one step after the other. Immutable.
 *
 * @param steps at least one
 * @param patience empty where nothing has a deadline
 */
public record Chain(List<ChainStep> steps, Optional<Patience> patience) {

    /** Steps of a chain, and approvers of a step, at most. */
    public static final int MOST = 16;

    private static final String NO_DEADLINE = "-";

    public Chain {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a chain without a step");
        }
    }

    /** One step, of whoever may decide on the item's group: what holds where nothing else is said. */
    public static Chain usual() {
        return new Chain(
                List.of(new ChainStep(ChainStep.Need.ANY, List.of(new Approver.Whoever(Optional.empty())))),
                Optional.empty());
    }

    /** The same for an item of a group. */
    public Chain in(Group item) {
        return new Chain(
                steps.stream()
                        .map(step -> new ChainStep(
                                step.need(),
                                step.approvers().stream()
                                        .map(one -> one.in(item))
                                        .toList()))
                        .toList(),
                patience);
    }

    /** In lines: how long a step may take, then each step. */
    public String written() {
        return Stream.concat(
                        Stream.of(patience.map(Patience::written).orElse(NO_DEADLINE)),
                        steps.stream().map(ChainStep::written))
                .collect(Collectors.joining("\n"));
    }

    /** What {@link #written} wrote; the usual one for nothing. */
    public static Chain read(String written) {
        if (written.isEmpty()) {
            return usual();
        }
        List<String> lines = written.lines().toList();
        return new Chain(
                lines.stream().skip(1).map(ChainStep::read).toList(),
                lines.getFirst().equals(NO_DEADLINE) ? Optional.empty() : Optional.of(Patience.read(lines.getFirst())));
    }
}
