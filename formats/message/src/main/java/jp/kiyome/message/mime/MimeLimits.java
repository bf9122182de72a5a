package jp.kiyome.message.mime;

import jp.kiyome.core.finding.Refusal;

/** Sizes past which no mail that people send goes. Each is checked before anything is kept. */
public final class MimeLimits {

    /** Fields of one header. */
    static final int FIELDS = 2_000;

    /** Bytes of one field. */
    static final int FIELD_BYTES = 512 << 10;

    /** Bytes of one header. */
    static final int HEADER_BYTES = 2 << 20;

    /** Parameters of one field. */
    static final int PARAMETERS = 200;

    /** Comments inside comments. */
    static final int COMMENTS = 20;

    /** Multiparts inside multiparts. */
    static final int DEPTH = 32;

    /** Parts of one message, not counting those of messages inside it. */
    static final int PARTS = 1_000;

    /** Lines that are nearly delimiters of an outer part because they are one of an inner part. */
    static final int NEAR = 4_000;

    private MimeLimits() {}

    static void check(long value, long most, String what) {
        if (value > most) {
            throw Refusal.of("message.limit", what + " " + most);
        }
    }
}
