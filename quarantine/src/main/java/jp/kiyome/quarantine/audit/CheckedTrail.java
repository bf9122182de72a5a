package jp.kiyome.quarantine.audit;

import java.util.List;

/**
 * What a check of a trail found.
 *
 * @param head where it ends
 * @param faults none when it is as it was written; the first thousand else
 */
public record CheckedTrail(Head head, List<ChainFault> faults) {

    public CheckedTrail {
        faults = List.copyOf(faults);
    }

    public boolean clean() {
        return faults.isEmpty();
    }
}
