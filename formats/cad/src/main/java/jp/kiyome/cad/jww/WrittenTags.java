package jp.kiyome.cad.jww;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Numbers classes and objects as an archive of MFC does while it is written. Not thread-safe. */
final class WrittenTags {

    private static final int NEW_CLASS = 0xFFFF;
    private static final int CLASS = 0x8000;
    private static final int BIG = 0x7FFF;
    private static final long BIG_CLASS = 0x8000_0000L;

    private final JwwOutput out;
    private final Map<String, Long> classes = new HashMap<>();
    private long next = 1;

    WrittenTags(JwwOutput out) {
        this.out = out;
    }

    /** Writes what stands before an object. */
    void object(String name, int schema) {
        Long known = classes.get(name);
        if (known == null) {
            out.u16(NEW_CLASS);
            out.u16(schema);
            out.u16(name.length());
            out.raw(name.getBytes(StandardCharsets.US_ASCII));
            classes.put(name, next++);
        } else if (known < BIG) {
            out.u16(CLASS | known.intValue());
        } else {
            out.u16(BIG);
            out.u32(BIG_CLASS | known);
        }
        next++;
    }
}
