package jp.kiyome.bridge.retro;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;

/**
 * Hears of every threat and asks who has received it already. Threads may share it as far as they may share what it is made of.
 */
public final class RetroHunt implements ThreatListener {

    private final Deliveries deliveries;
    private final AlertLog log;
    private final Consumer<RetroAlert> told;
    private final InstantSource clock;

    public RetroHunt(Deliveries deliveries, AlertLog log, Consumer<RetroAlert> told, InstantSource clock) {
        this.deliveries = deliveries;
        this.log = log;
        this.told = told;
        this.clock = clock;
    }

    /** A source names these bytes a threat, wherever it was asked about them. */
    @Override
    public void threat(String sha256, String source, Verdict.Threat threat) {
        List<Delivery> untold = deliveries.of(sha256).stream()
                .filter(delivery -> log.isNew(sha256, source, delivery.reference()))
                .toList();
        if (!untold.isEmpty()) {
            told.accept(new RetroAlert(clock.instant(), sha256, source, threat.name(), untold));
        }
    }
}
