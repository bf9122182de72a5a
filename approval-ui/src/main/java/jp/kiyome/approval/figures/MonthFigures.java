package jp.kiyome.approval.figures;

import java.util.List;

/**
 * What came in a month, counted. Items that were erased since count among those that came, without what was in them.
 *
 * @param outcomes items by kind and by what they came to
 * @param types files of each type, those inside others too, the most first
 * @param findings what was found, the most often first
 * @param requests by where they stand
 */
public record MonthFigures(List<Outcome> outcomes, List<Count> types, List<Finding> findings, List<Count> requests) {

    public MonthFigures {
        outcomes = List.copyOf(outcomes);
        types = List.copyOf(types);
        findings = List.copyOf(findings);
        requests = List.copyOf(requests);
    }

    /**
     * Items that came to the same.
     *
     * @param verdict its name; empty where nothing is known any more, or yet
     */
    public record Outcome(String kind, String verdict, long items) {}

    /** How often there is something of a name. */
    public record Count(String name, long number) {}

    /**
     * A kind of finding.
     *
     * @param action name of what was done
     * @param times how often
     * @param items in how many
     */
    public record Finding(String code, String action, long times, long items) {}

    public long items() {
        return outcomes.stream().mapToLong(Outcome::items).sum();
    }
}
