package jp.kiyome.core.charset;

/** One encoding's reading of the bytes: whether they are well-formed, and how usual the text is. */
final class Candidate {

    /** Characters outside ASCII that are weighed; behind them only well-formedness counts. */
    private static final int WEIGHED = 1 << 16;

    private final Encoding encoding;
    private ByteReading reading;
    private boolean wellFormed = true;
    private boolean designated;
    private long cost;
    private long foreignCost;
    private long foreign;
    private int before;

    Candidate(Encoding encoding) {
        this.encoding = encoding;
        this.reading = encoding.reading();
    }

    Encoding encoding() {
        return encoding;
    }

    boolean wellFormed() {
        return wellFormed;
    }

    /** Whether ISO 2022 designated anything but ASCII. */
    boolean designated() {
        return designated || reading instanceof Iso2022Reading iso && iso.used();
    }

    long cost() {
        return cost;
    }

    /** Characters outside ASCII. */
    long foreign() {
        return foreign;
    }

    /** Whether the characters outside ASCII are, on average, no usual ones. */
    boolean unusual() {
        return foreign > 0 && foreignCost > foreign * CharacterCost.UNUSUAL;
    }

    /** Whether they are by far no usual ones: a broken text of another charset reads so in windows-1252. */
    boolean strange() {
        return foreignCost > foreign * CharacterCost.WESTERN_UNUSUAL;
    }

    /** Whether ASCII may be passed over: it means the same to every candidate of which this is true. */
    boolean atStart() {
        return !wellFormed || encoding.extendsAscii() && !reading.pending();
    }

    void accept(int value) {
        if (!wellFormed) {
            return;
        }
        int read = reading.accept(value);
        if (read >= 0) {
            weigh(read);
        } else if (read != ByteReading.PENDING) {
            wellFormed = false;
        }
    }

    private void weigh(int character) {
        if (foreign < WEIGHED) {
            int bits = encoding == Encoding.WINDOWS_1252
                    ? Western.cost(character, before)
                    : CharacterCost.of(character, before);
            cost += bits;
            if (character >= 0x80) {
                foreign++;
                foreignCost += bits;
            }
        }
        before = character;
    }

    void passedAscii(int last) {
        before = last;
    }

    /** Ends one text; another may follow. */
    void end() {
        wellFormed &= !reading.pending();
        designated = designated();
        reading = encoding.reading();
        before = 0;
    }
}
