package jp.kiyome.cad.dwg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.content.Content;

/**
 * Writes a drawing of AutoCAD 2000 anew: head, header variables, classes, objects in the order of their handles, map of objects, and the
 * unit of measurement; places and check sums are those of what is written. No preview, no auxiliary head, no list of free
 * places, no second head, nothing between them. Not thread-safe.
 */
final class FlatWriter {

    private static final int LOCATORS = 5;
    private static final int PAIRS_OF_A_PART = 2000;
    private static final byte[] METRIC = {0, 0, 1, 0};

    private final OutputStream out;

    FlatWriter(OutputStream out) {
        this.out = out;
    }

    void write(Flat drawing, Content from) {
        byte[] variables = section(Flat.VARIABLES, drawing.variables());
        byte[] classes = section(Flat.CLASSES, drawing.classes());
        long start = Flat.FIRST + Flat.LOCATOR * LOCATORS + 2L + Flat.HEAD_END.length;
        long objectsAt = start + variables.length + classes.length;
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        long mapAt = map(drawing, objectsAt, map);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        // AutoCAD 2000 as it first came: its maintenance release, no preview, its number.
        head.writeBytes(new byte[] {'A', 'C', '1', '0', '1', '5', 0, 0, 0, 0, 0, 6, 1});
        number(head, 0, 4);
        number(head, 0x0617, 2);
        number(head, drawing.codePage(), 2);
        number(head, LOCATORS, 4);
        locator(head, 0, start, variables.length);
        locator(head, 1, start + variables.length, classes.length);
        locator(head, 2, mapAt, map.size());
        locator(head, 3, 0, 0);
        locator(head, 4, mapAt + map.size(), METRIC.length);
        number(head, Flat.headSum(head.toByteArray(), LOCATORS), 2);
        head.writeBytes(Flat.HEAD_END);
        put(head.toByteArray());
        put(variables);
        put(classes);
        DwgBytes in = new DwgBytes(from);
        drawing.objects().forEach(object -> put(in.bytes(object.from(), object.length())));
        put(map.toByteArray());
        put(METRIC);
    }

    private static byte[] section(byte[] mark, byte[] data) {
        ByteArrayOutputStream checked = new ByteArrayOutputStream();
        number(checked, data.length, 4);
        checked.writeBytes(data);
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        section.writeBytes(mark);
        section.writeBytes(checked.toByteArray());
        number(section, Crc16.of(checked.toByteArray(), Crc16.SEED), 2);
        section.writeBytes(Flat.behind(mark));
        return section.toByteArray();
    }

    /** Writes the map; gives the place behind the last object. */
    private static long map(Flat drawing, long objectsAt, ByteArrayOutputStream map) {
        long place = objectsAt;
        long lastHandle = 0;
        long lastPlace = 0;
        ByteArrayOutputStream pairs = new ByteArrayOutputStream();
        for (DwgObject object : drawing.objects()) {
            if (pairs.size() >= PAIRS_OF_A_PART) {
                part(pairs, map);
                pairs.reset();
                lastHandle = 0;
                lastPlace = 0;
            }
            groups(pairs, object.handle() - lastHandle, 0x7F);
            groups(pairs, place - lastPlace, 0x3F);
            lastHandle = object.handle();
            lastPlace = place;
            place += object.length();
        }
        if (pairs.size() > 0) {
            part(pairs, map);
        }
        part(new ByteArrayOutputStream(), map);
        return place;
    }

    private static void part(ByteArrayOutputStream pairs, ByteArrayOutputStream map) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        highFirst(part, pairs.size() + 2);
        part.writeBytes(pairs.toByteArray());
        map.writeBytes(part.toByteArray());
        highFirst(map, Crc16.of(part.toByteArray(), Crc16.SEED));
    }

    /** A number in groups of seven bits, the last no larger than {@code last}: no difference here is below zero. */
    private static void groups(ByteArrayOutputStream out, long value, int last) {
        long rest = value;
        while (rest > last) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static void highFirst(ByteArrayOutputStream out, int value) {
        out.write(value >>> 8);
        out.write(value);
    }

    private static void locator(ByteArrayOutputStream head, int number, long at, long size) {
        head.write(number);
        number(head, at, 4);
        number(head, size, 4);
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }

    private void put(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a drawing", e);
        }
    }
}
