package jp.kiyome.core.jail.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts together the body of one frame: numbers with the highest byte first, texts as UTF-16 behind their length. */
final class FrameWriter {

    private byte[] bytes = new byte[512];
    private int used;

    void oneByte(int value) {
        room(1);
        bytes[used++] = (byte) value;
    }

    void flag(boolean value) {
        oneByte(value ? 1 : 0);
    }

    /** By its place: both sides are of one version. */
    @SuppressWarnings("EnumOrdinal")
    void word(Enum<?> constant) {
        oneByte(constant.ordinal());
    }

    void count(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[used++] = (byte) (value >>> shift);
        }
    }

    void number(long value) {
        count((int) (value >>> 32));
        count((int) value);
    }

    /** UTF-16, not UTF-8: what came from a file may hold halves of characters. */
    void text(String text) {
        count(text.length());
        room(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[used++] = (byte) (text.charAt(i) >>> 8);
            bytes[used++] = (byte) text.charAt(i);
        }
    }

    /** A text that came from a file, of which no more is carried than anybody will show. */
    void shortened(String text) {
        text(text.length() <= WireLimits.DETAIL ? text : text.substring(0, WireLimits.DETAIL));
    }

    <T> void list(Collection<T> all, Consumer<T> each) {
        count(all.size());
        all.forEach(each);
    }

    <T> void optional(Optional<T> value, Consumer<T> write) {
        flag(value.isPresent());
        value.ifPresent(write);
    }

    int size() {
        return used;
    }

    byte[] body() {
        return Arrays.copyOf(bytes, used);
    }

    /** @throws FrameTooLarge when the frame would be larger than any receiver takes */
    private void room(int more) {
        if (more > WireLimits.FRAME - used) {
            throw new FrameTooLarge();
        }
        if (more > bytes.length - used) {
            bytes = Arrays.copyOf(bytes, Math.max(used + more, bytes.length * 2));
        }
    }
}
