package jp.kiyome.image.stream;

import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Session;

/**
 * Replaces the least significant bits of a picture's values where the policy wants that: whatever was hidden in them is gone. The new bit
 * follows from the other bits of its value and from its place, so that a second pass changes nothing. One object, one picture; not for
 * sharing.
 *
 * <p>What it costs: one value in two moves by one step. Nobody sees that in samples of eight bits and more; in quantised coefficients, where
 * a step is larger, only those of two and more are touched. Pictures with palettes have no such bits and stay as they are.
 */
public final class Noise {

    public static final PolicyOption OPTION = PolicyOption.of("image.noise", "off", "on");

    private final boolean on;
    private boolean changed;

    private Noise(boolean on) {
        this.on = on;
    }

    /** As the policy of the session says. */
    public static Noise of(Session session) {
        return new Noise(session.policy().choice(OPTION).equals("on"));
    }

    /** For pictures in which a value that moves would mean something else. */
    public static Noise none() {
        return new Noise(false);
    }

    public boolean on() {
        return on;
    }

    /** Whether any bit came out other than it went in. */
    public boolean changed() {
        return changed;
    }

    /** The value with its lowest bit replaced. */
    public int value(int value, long position) {
        int replaced = value & ~1 | bit(value >>> 1, position);
        changed |= replaced != value;
        return replaced;
    }

    /** The same for opacity of {@code most} at most: what is opaque, or not there at all, stays so. */
    public int opacity(int value, int most, long position) {
        return value == 0 || value == most || value == 1 || value == most - 1
                ? settled(value, value > most / 2 ? most : 0)
                : value(value, position);
    }

    private int settled(int value, int replaced) {
        changed |= replaced != value;
        return replaced;
    }

    /** Replaces the lowest bits of samples of one or two bytes, the lower byte first, in {@code row} up to {@code length}. */
    public void samples(byte[] row, int length, int size, long position) {
        for (int i = 0; i + size <= length; i += size) {
            int value = row[i] & 0xFF | (size == 2 ? (row[i + 1] & 0xFF) << 8 : 0);
            row[i] = (byte) value(value, position + i);
        }
    }

    /** Tells the session when something changed. */
    public void report(Session session) {
        if (changed) {
            session.found(Removed.changed("image.noise", "samples"));
        }
    }

    /** A multiplication by an odd number carries every bit to the highest one. */
    private static int bit(int upper, long position) {
        long mixed = (position + 1) * 0x9E37_79B9_7F4A_7C15L ^ (upper + 1L) * 0xC2B2_AE3D_27D4_EB4FL;
        return (int) (mixed * 0x9E37_79B9_7F4A_7C15L >>> 63);
    }
}
