package jp.kiyome.core.limit;

import java.time.Duration;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The limits of one top-level file and everything nested in it. There is no "unlimited".
 *
 * @param inputBytes bytes of the file itself
 * @param decodedBytes bytes that decompression and decoding may yield in all
 * @param ratio decoded bytes for each byte of the file, once more than {@code ratioGrace} were decoded
 * @param ratioGrace decoded bytes below which the ratio does not count
 * @param entries members, parts and records of containers in all
 * @param depth levels of files inside files
 * @param pixels pixels (width × height × frames) in all
 * @param imagePixels pixels of one image
 * @param xmlDepth elements inside elements
 * @param passwordHints words of a text that are tried as passwords
 * @param time from the first byte read to the verified output
 */
public record Limits(
        long inputBytes,
        long decodedBytes,
        int ratio,
        long ratioGrace,
        int entries,
        int depth,
        long pixels,
        long imagePixels,
        int xmlDepth,
        int passwordHints,
        Duration time) {

    private static final long MIB = 1L << 20;

    /** What holds where a policy says nothing else. */
    public static Limits defaults() {
        return new Limits(
                512 * MIB,
                1024 * MIB,
                200,
                64 * MIB,
                100_000,
                8,
                1_000_000_000L,
                400_000_000L,
                256,
                20,
                Duration.ofSeconds(60));
    }

    /** A limit in the unit of its name. */
    public long get(LimitName name) {
        return switch (name) {
            case INPUT_BYTES -> inputBytes;
            case DECODED_BYTES -> decodedBytes;
            case RATIO -> ratio;
            case RATIO_GRACE -> ratioGrace;
            case ENTRIES -> entries;
            case DEPTH -> depth;
            case PIXELS -> pixels;
            case IMAGE_PIXELS -> imagePixels;
            case XML_DEPTH -> xmlDepth;
            case PASSWORD_HINTS -> passwordHints;
            case TIME -> time.toMillis();
        };
    }

    /** These limits with some of them set anew, each in the unit of its name. */
    public Limits with(Map<LimitName, Long> changes) {
        ToLongFunction<LimitName> value = name -> changes.getOrDefault(name, get(name));
        return new Limits(
                value.applyAsLong(LimitName.INPUT_BYTES),
                value.applyAsLong(LimitName.DECODED_BYTES),
                Math.toIntExact(value.applyAsLong(LimitName.RATIO)),
                value.applyAsLong(LimitName.RATIO_GRACE),
                Math.toIntExact(value.applyAsLong(LimitName.ENTRIES)),
                Math.toIntExact(value.applyAsLong(LimitName.DEPTH)),
                value.applyAsLong(LimitName.PIXELS),
                value.applyAsLong(LimitName.IMAGE_PIXELS),
                Math.toIntExact(value.applyAsLong(LimitName.XML_DEPTH)),
                Math.toIntExact(value.applyAsLong(LimitName.PASSWORD_HINTS)),
                Duration.ofMillis(value.applyAsLong(LimitName.TIME)));
    }
}
