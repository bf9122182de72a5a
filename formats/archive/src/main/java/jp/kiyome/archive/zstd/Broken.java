package jp.kiyome.archive.zstd;

import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Says that a stream is not as RFC 8878 has it. */
final class Broken {

    private Broken() {}

    static Refusal because(String why) {
        return Refusal.of("packed.broken", Location.wholeFile(), "zstd: " + why);
    }
}
