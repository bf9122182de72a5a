package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tape archives: their members as layers, and what must not be in one that came out. */
final class Tape {

    private static final int BLOCK = 512;

    // Nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(String name, char type, byte[] header, byte[] data) {}

    private Tape() {}

    static boolean is(Layer layer) {
        byte[] bytes = layer.bytes();
        return bytes.length >= BLOCK && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    static List<Layer> members(Layer tape) {
        return parts(tape).stream()
                .map(part -> new Layer(tape.path() + "/" + part.name, part.data))
                .toList();
    }

    static void look(Layer tape, Check.Found found) {
        List<Part> parts = parts(tape);
        List<String> names = new ArrayList<>();
        int size = 2 * BLOCK;
        for (Part part : parts) {
            size += BLOCK + (part.data.length + BLOCK - 1) / BLOCK * BLOCK;
            if ("05x".indexOf(part.type) < 0) {
                found.vector(part.name, "a member of type " + part.type);
            } else if (part.type != 'x') {
                names.add(part.name);
            }
            String owners = text(part.header, 265, 64) + text(part.header, 157, 100);
            if (!owners.isEmpty() || !text(part.header, 108, 8).equals("0000000")) {
                found.vector(part.name, "an owner or a target: " + owners);
            }
            String records = new String(part.data, StandardCharsets.UTF_8);
            if (part.type == 'x' && !records.matches("[0-9]+ (path|size)=[^\n]*\n([0-9]+ size=[0-9]+\n)?")) {
                found.vector(part.name, "records " + records);
            }
        }
        if (size != tape.bytes().length) {
            found.structure("", "bytes behind the end");
        }
        MemberNames.look(names, found);
    }

    private static List<Part> parts(Layer tape) {
        byte[] bytes = tape.bytes();
        List<Part> parts = new ArrayList<>();
        String path = "";
        for (int at = 0; at + BLOCK <= bytes.length && bytes[at] != 0; ) {
            byte[] header = Arrays.copyOfRange(bytes, at, at + BLOCK);
            String digits = text(header, 124, 12).strip();
            int size = digits.matches("0*[0-7]{1,9}") ? Integer.parseInt(digits, 8) : 0;
            byte[] data = Arrays.copyOfRange(bytes, at + BLOCK, Math.min(bytes.length, at + BLOCK + size));
            String prefix = text(header, 345, 155);
            String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
            char type = (char) header[156];
            parts.add(new Part(path.isEmpty() ? name : path, type, header, data));
            String records = new String(data, StandardCharsets.UTF_8);
            path = type == 'x' && records.contains(" path=")
                    ? records.split(" path=", 2)[1].split("\n", 2)[0]
                    : "";
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return parts;
    }

    private static String text(byte[] header, int at, int most) {
        int end = at;
        while (end < at + most && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }
}
