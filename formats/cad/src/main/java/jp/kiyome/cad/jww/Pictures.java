package jp.kiyome.cad.jww;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;

/**
 * The pictures behind the definitions, from version 700 on: how many, and of each its name, its size and its bytes, gzipped where the
 * name ends in {@code .gz}. Each that a text places goes the way of pictures. Not thread-safe.
 */
final class Pictures {

    /** The first version whose files have them. */
    static final int SINCE = 700;

    private static final Set<String> TYPES = Set.of("bmp", "jpeg", "png", "gif", "tiff");
    private static final String PACKED = ".gz";
    /** Bytes of an empty name and of a size. */
    private static final int LEAST = 5;

    /**
     * One of the output.
     *
     * @param stored what stands in the file
     */
    private record Picture(JwwText name, Content stored) {}

    private final Session session;
    private final Set<String> asked;
    private final List<Picture> kept = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param asked keys of the pictures that texts place */
    Pictures(Session session, Set<String> asked) {
        this.session = session;
        this.asked = Set.copyOf(asked);
    }

    /** Reads and rebuilds them. */
    void read(JwwInput in) {
        long count = in.u32();
        in.require(Math.multiplyExact(count, LEAST));
        for (long i = 1; i <= count; i++) {
            session.budget().entries(1);
            JwwText name = in.text();
            picture(i, name, in.bytes(in.u32()));
        }
    }

    /** The names in the output, by the keys of those in the input. */
    Map<String, String> names() {
        return names;
    }

    void write(JwwOutput out) {
        out.u32(kept.size());
        for (Picture picture : kept) {
            out.text(picture.name());
            out.u32(picture.stored().size());
            byte[] buffer = new byte[1 << 14];
            for (long at = 0; at < picture.stored().size(); ) {
                int length = (int) Math.min(buffer.length, picture.stored().size() - at);
                picture.stored().copy(at, buffer, 0, length);
                out.raw(length == buffer.length ? buffer : java.util.Arrays.copyOf(buffer, length));
                at += length;
            }
        }
    }

    private void picture(long number, JwwText stored, Content bytes) {
        boolean packed = PictureTexts.key(stored.text()).endsWith(PACKED);
        String name = packed ? stored.text().substring(0, stored.text().length() - PACKED.length()) : stored.text();
        String key = PictureTexts.key(name);
        if (!asked.contains(key) || names.containsKey(key)) {
            note("jww.picture-unused", Action.REMOVED, number, name);
            return;
        }
        Runnable more = () -> note("jww.picture-frame", Action.REMOVED, number, name);
        Content plain = packed ? GzipPicture.plain(bytes, session.scratch(), session.budget(), more) : bytes;
        if (session.child(name, plain, TYPES) instanceof Nested.Clean clean) {
            String called = called(number, name, clean);
            names.put(key, called);
            Content written = packed ? GzipPicture.packed(clean.content(), session.scratch()) : clean.content();
            kept.add(new Picture(stored.with(packed ? called + PACKED : called), written));
        }
    }

    private String called(long number, String name, Nested.Clean clean) {
        String called = clean.name().name();
        boolean sound = PictureTexts.sound(called) && !names.containsValue(called);
        String kept = sound
                ? called
                : "picture-" + number + "." + clean.type().extensions().getFirst();
        if (!kept.equals(name)) {
            note("jww.picture-name", Action.CHANGED, number, name);
        }
        return kept;
    }

    private void note(String code, Action action, long number, String name) {
        session.found(Finding.of(code, action, Location.ofPart("picture " + number), name));
    }
}
