package jp.kiyome.quarantine.item;

import java.util.List;

/** What a scanner or a sandbox said of a file. Not scanned is never nothing found. */
public sealed interface Opinion {

    /** It looked, and found nothing. */
    record NothingFound() implements Opinion {}

    /** It knows what this is. */
    record Threat(String name) implements Opinion {}

    /** It has reasons to doubt. */
    record Suspicious(double score, List<String> reasons) implements Opinion {

        public Suspicious {
            reasons = List.copyOf(reasons);
        }
    }

    /** It did not look, or not at all of it. */
    record NotScanned(String why) implements Opinion {}
}
