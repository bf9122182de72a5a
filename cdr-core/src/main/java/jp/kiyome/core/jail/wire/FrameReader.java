package jp.kiyome.core.jail.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the body of one frame apart. Allocates nothing that the bytes at hand could not fill. */
final class FrameReader {

    /** Reads one value. */
    @FunctionalInterface
    interface Part<T> {
        T read() throws MalformedFrame;
    }

    private final byte[] bytes;
    private int at;

    FrameReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int oneByte() throws MalformedFrame {
        need(1);
        return bytes[at++] & 0xFF;
    }

    boolean flag() throws MalformedFrame {
        int value = oneByte();
        if (value > 1) {
            throw new MalformedFrame("neither yes nor no: " + value);
        }
        return value == 1;
    }

    <E extends Enum<E>> E word(E[] constants) throws MalformedFrame {
        int ordinal = oneByte();
        if (ordinal >= constants.length) {
            throw new MalformedFrame("no constant of that number: " + ordinal);
        }
        return constants[ordinal];
    }

    /** A number of things, each of which takes at least {@code bytesEach} of what is left. */
    int count(int most, int bytesEach) throws MalformedFrame {
        need(4);
        int count = 0;
        for (int i = 0; i < 4; i++) {
            count = count << 8 | bytes[at++] & 0xFF;
        }
        if (count < 0 || count > most || count > (bytes.length - at) / bytesEach) {
            throw new MalformedFrame("too many: " + count);
        }
        return count;
    }

    /** Not negative. */
    long number() throws MalformedFrame {
        need(8);
        long number = 0;
        for (int i = 0; i < 8; i++) {
            number = number << 8 | bytes[at++] & 0xFF;
        }
        if (number < 0) {
            throw new MalformedFrame("negative: " + number);
        }
        return number;
    }

    String text(int most) throws MalformedFrame {
        char[] text = new char[count(most, 2)];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) ((bytes[at++] & 0xFF) << 8 | bytes[at++] & 0xFF);
        }
        return new String(text);
    }

    <T> List<T> list(int most, Part<T> part) throws MalformedFrame {
        int count = count(most, 1);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(part.read());
        }
        return all;
    }

    <T> Optional<T> optional(Part<T> part) throws MalformedFrame {
        return flag() ? Optional.of(part.read()) : Optional.empty();
    }

    /** Nothing may stand behind the last value. */
    void end() throws MalformedFrame {
        if (at != bytes.length) {
            throw new MalformedFrame((bytes.length - at) + " bytes too many");
        }
    }

    private void need(int count) throws MalformedFrame {
        if (count > bytes.length - at) {
            throw new MalformedFrame("ends too early");
        }
    }
}
