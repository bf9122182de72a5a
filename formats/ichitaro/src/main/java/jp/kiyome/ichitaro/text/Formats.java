package jp.kiyome.ichitaro.text;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kiyome.core.text.Table;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;

/** The list of events that says how characters look: runs of one format, and changes that count for one unit. Stateless. */
final class Formats {

    private static final int RUN = 0x00;
    private static final int CHANGE = 0xFE;
    private static final int END = 0xFF;

    private static final Map<Integer, Integer> SIZES =
            Table.of(Objects.requireNonNull(Formats.class.getResource("properties.allow"))).rows().stream()
                    .collect(Collectors.toMap(row -> Integer.valueOf(row.get(0)), row -> Integer.valueOf(row.get(1))));

    private Formats() {}

    /** A piece with the formats that follow its units. */
    static Piece read(int[] units, In in, Notes notes) {
        CharState[] states = new CharState[units.length];
        CharState now = CharState.PLAIN;
        int at = 0;
        boolean ended = false;
        while (in.left() > 0 && !ended) {
            int event = in.u8();
            long run = event == RUN ? in.u32() : event == CHANGE ? 1 : 0;
            if (run > units.length - at || event != RUN && event != CHANGE && event != END) {
                throw in.broken("event " + event + " at unit " + at);
            }
            now = event == CHANGE ? changed(now, in, notes) : now;
            for (int i = 0; i < run; i++) {
                states[at++] = now;
            }
            ended = event == END;
        }
        if (in.left() > 0) {
            notes.removed("ichitaro.loose-bytes", "formats");
        }
        while (at < units.length) {
            states[at++] = now;
        }
        return new Piece(units, states, ended);
    }

    private static CharState changed(CharState before, In in, Notes notes) {
        Map<Integer, CharState.Property> properties = new TreeMap<>(before.properties());
        for (int id = in.u8(); id != END; id = in.u8()) {
            int size = in.u8();
            byte[] value = in.take(size);
            if (SIZES.getOrDefault(id, 0) == size) {
                properties.put(id, new CharState.Property(size, number(value)));
            } else {
                notes.removed("ichitaro.character-format", "property " + id);
            }
        }
        if (in.u8() != 0) {
            throw in.broken("a change of format without an end");
        }
        return new CharState(new TreeMap<>(properties));
    }

    private static long number(byte[] bytes) {
        long value = 0;
        for (byte b : bytes) {
            value = value << 8 | b & 0xFF;
        }
        return value;
    }

    static void write(Piece piece, Out out) {
        CharState before = CharState.PLAIN;
        long run = 0;
        for (CharState state : piece.states()) {
            if (state.equals(before)) {
                run++;
            } else {
                run(run, out);
                change(before, state, out);
                run = 0;
                before = state;
            }
        }
        run(run, out);
        if (piece.ended()) {
            out.u8(END);
        }
    }

    private static void run(long length, Out out) {
        if (length > 0) {
            out.u8(RUN).u32(length);
        }
    }

    private static void change(CharState before, CharState after, Out out) {
        out.u8(CHANGE);
        after.properties().forEach((id, property) -> {
            if (!property.equals(before.properties().get(id))) {
                out.u8(id).u8(property.size());
                for (int shift = 8 * property.size() - 8; shift >= 0; shift -= 8) {
                    out.u8((int) (property.value() >> shift));
                }
            }
        });
        out.u8(END).u8(0);
    }
}
