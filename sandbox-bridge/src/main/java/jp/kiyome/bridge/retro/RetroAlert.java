package jp.kiyome.bridge.retro;

import java.time.Instant;
import java.util.List;
import jp.kiyome.core.finding.Untrusted;

/**
 * That something delivered is now known for a threat.
 *
 * @param at when it became known
 * @param threat the source's word for it
 * @param deliveries that were not told of before; at least one
 */
public record RetroAlert(Instant at, String sha256, String source, Untrusted threat, List<Delivery> deliveries) {

    public RetroAlert {
        deliveries = List.copyOf(deliveries);
        if (deliveries.isEmpty()) {
            throw new IllegalArgumentException("nobody received " + sha256);
        }
    }
}
