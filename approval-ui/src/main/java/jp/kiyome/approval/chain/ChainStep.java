package jp.kiyome.approval.chain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One step of a chain.
 *
 * @param approvers at least one
 */
public record ChainStep(Need need, List<Approver> approvers) {

    /** Of those who are named, how many are needed. */
    public enum Need {
        /** One of them is enough. */
        ANY,
        /** Each of them, by persons who are not the same. */
        ALL
    }

    public ChainStep {
        approvers = List.copyOf(approvers);
        if (approvers.isEmpty()) {
            throw new IllegalArgumentException("a step that nobody decides");
        }
    }

    String written() {
        return need.name().toLowerCase(Locale.ROOT) + " "
                + approvers.stream().map(Approver::written).collect(Collectors.joining(","));
    }

    static ChainStep read(String line) {
        int end = line.indexOf(' ');
        return new ChainStep(
                Need.valueOf(line.substring(0, end).toUpperCase(Locale.ROOT)),
                List.of(line.substring(end + 1).split(",", -1)).stream()
                        .map(word -> Approver.read(word).orElseThrow())
                        .toList());
    }
}
