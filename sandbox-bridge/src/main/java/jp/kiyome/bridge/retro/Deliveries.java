package jp.kiyome.bridge.retro;

import java.util.List;

/** Knows who received what. */
@FunctionalInterface
public interface Deliveries {

    /** Everybody who received these bytes, or what was built from them; in the order of delivery. */
    List<Delivery> of(String sha256);
}
