package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks through a presentation of PowerPoint 97 to 2003 for what must not be there, by the numbers of [MS-PPT] 2.13.24. */
public final class PptScan {

    static final String STREAM = "PowerPoint Document";

    private static final String USER = "Current User";
    private static final int ENCRYPTED = 0xF3D1C4DF;
    private static final Set<String> STREAMS =
            Set.of(STREAM, "Current User", "Pictures", "\u0005SummaryInformation", "\u0005DocumentSummaryInformation");

    /** Macros, objects, controls, media, sounds, fonts, routing, history of other programs, time nodes. */
    private static final Set<Integer> VECTORS = Set.of(
            1023, 1024, 1030, 1038, 1039, 1054, 1059, 1063, 1064, 2020, 2022, 2023, 3009, 4024, 4035, 4044, 4045, 4046,
            4074, 4075, 4078, 4091, 4101, 4102, 4103, 4109, 4110, 4111, 4112, 4113, 0xF144);

    /** Properties of shapes that name files, scripts, links or hold packages ([MS-ODRAW] 2.3). */
    private static final Set<Integer> PROPERTIES =
            Set.of(0x105, 0x110, 0x187, 0x1C6, 0x382, 0x38E, 0x397, 0x398, 0x3A9, 0xC1);

    private static final int EDIT = 4085;
    private static final int DIRECTORY = 6002;
    private static final int CLICK = 4083;
    private static final int LINK = 4055;
    private static final int TEXT = 4026;

    private PptScan() {}

    static boolean is(Map<String, byte[]> streams) {
        return streams.containsKey(STREAM);
    }

    static void look(Map<String, byte[]> streams, Check.Found found) {
        streams.keySet().stream()
                .filter(name -> !STREAMS.contains(name))
                .forEach(name -> found.vector("", "entry " + name));
        if (isEncrypted(streams.getOrDefault(USER, new byte[0]))) {
            found.structure(USER, "locked, so that nothing can be seen of it");
            return;
        }
        byte[] stream = streams.getOrDefault(STREAM, new byte[0]);
        int[] edits = {0};
        Set<Integer> objects = new TreeSet<>();
        Set<Integer> listed = new HashSet<>();
        walk(stream, 0, stream.length, 0, 0, (parent, instance, type, from, to) -> {
            edits[0] += type == EDIT ? 1 : 0;
            if (type == DIRECTORY) {
                listed(stream, from, to, listed);
            } else if (parent == 0 && type != EDIT) {
                objects.add(from - 8);
            }
            record(stream, parent, instance, type, from, to, found);
        });
        PptNumbers.look(stream, found);
        objects.removeAll(listed);
        objects.forEach(at -> found.vector(STREAM, "at " + at + " what no directory lists"));
        if (edits[0] != 1) {
            found.vector(STREAM, edits[0] + " edits");
        }
    }

    /** Nothing can be told of it without the password ([MS-PPT] 2.3.2, headerToken). */
    private static boolean isEncrypted(byte[] user) {
        return user.length >= 16
                && ByteBuffer.wrap(user).order(ByteOrder.LITTLE_ENDIAN).getInt(12) == ENCRYPTED;
    }

    /** Where the objects of a directory stand: a number and a count, then so many places ([MS-PPT] 2.3.5). */
    private static void listed(byte[] bytes, int from, int to, Set<Integer> places) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= 4) {
            for (int count = in.getInt() >>> 20; count > 0 && in.remaining() >= 4; count--) {
                places.add(in.getInt());
            }
        }
    }

    /** Takes what a walk meets. */
    interface Met {
        void record(int parent, int instance, int type, int from, int to);
    }

    static void walk(byte[] bytes, int from, int to, int parent, int depth, Met met) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = from; at + 8 <= to; ) {
            int first = in.getShort(at) & 0xFFFF;
            int type = in.getShort(at + 2) & 0xFFFF;
            int length = in.getInt(at + 4);
            if (length < 0 || length > to - at - 8) {
                return;
            }
            met.record(parent, first >> 4, type, at + 8, at + 8 + length);
            boolean tag = type == 5003;
            if (((first & 15) == 15 || tag) && depth < 200) {
                walk(bytes, at + 8, at + 8 + length, type, depth + 1, met);
            }
            at += 8 + length;
        }
    }

    private static void record(byte[] bytes, int parent, int instance, int type, int from, int to, Check.Found found) {
        if (VECTORS.contains(type)) {
            found.vector(STREAM, "record " + type);
        }
        if (type == CLICK && to - from >= 16) {
            int action = bytes[from + 8];
            boolean sound = bytes[from] != 0 || bytes[from + 1] != 0;
            if (action != 0 && action != 3 && action != 4 || sound) {
                found.vector(STREAM, "click " + action);
            }
        }
        if (type == TEXT && parent == LINK && instance == 1) {
            String target = new String(bytes, from, to - from, StandardCharsets.UTF_16LE);
            if (!Links.harmless(target)) {
                found.vector(STREAM, "link " + target);
            }
        }
        if (type == 0xF00B || type == 0xF121 || type == 0xF122) {
            properties(bytes, from, Math.min(to, from + instance * 6), found);
        }
    }

    private static void properties(byte[] bytes, int from, int to, Check.Found found) {
        for (int at = from; at + 6 <= to; at += 6) {
            int id = (bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8) & 0x3FFF;
            if (PROPERTIES.contains(id)) {
                found.vector(STREAM, "property " + id);
            }
        }
    }

    /** Texts and link targets, in the order of the file; empty for another kind of file. */
    public static String shown(byte[] file) {
        byte[] stream = CompoundStreams.of(file).getOrDefault(STREAM, new byte[0]);
        List<String> texts = new ArrayList<>();
        walk(stream, 0, stream.length, 0, 0, (parent, instance, type, from, to) -> {
            if (type == 4000 || type == TEXT && parent != 5002) {
                texts.add(new String(stream, from, to - from, StandardCharsets.UTF_16LE));
            } else if (type == 4008) {
                texts.add(new String(stream, from, to - from, StandardCharsets.ISO_8859_1));
            }
        });
        return String.join("\n", texts);
    }
}
