package jp.kiyome.quarantine.audit;

import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The last record of a trail. Kept elsewhere, it proves that nothing up to it was changed or cut off since.
 *
 * @param number 0 where there is no record yet
 */
public record Head(Organisation organisation, long number, String hash) {

    /** What {@link #toString} wrote. */
    public static Head parse(String written) {
        String[] words = written.strip().split(" ", -1);
        if (words.length != 3 || !words[1].matches("[0-9]{1,18}") || !words[2].matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not the head of a trail: " + Untrusted.of(written));
        }
        return new Head(new Organisation(words[0]), Long.parseLong(words[1]), words[2]);
    }

    /** Organisation, number and hash on one line. */
    @Override
    public String toString() {
        return organisation + " " + number + " " + hash;
    }
}
