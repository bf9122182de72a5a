package jp.kiyome.testcorpus.xls;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.zip.Bytes;

/** Records and their parts ([MS-XLS] 2.4, 2.5). */
final class Biff {

    private Biff() {}

    static byte[] record(int id, byte[] data) {
        return new Bytes().u16(id).u16(data.length).raw(data).toArray();
    }

    static byte[] record(int id, Bytes data) {
        return record(id, data.toArray());
    }

    static byte[] record(int id, int... numbers) {
        return record(id, words(numbers));
    }

    /** Numbers of two bytes. */
    static byte[] words(int... numbers) {
        Bytes data = new Bytes();
        for (int number : numbers) {
            data.u16(number);
        }
        return data.toArray();
    }

    /** A byte for the width, then the characters. */
    static byte[] text(String text) {
        boolean wide = text.chars().anyMatch(c -> c > 0xFF);
        return new Bytes()
                .octets(wide ? 1 : 0)
                .raw(text.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1))
                .toArray();
    }

    /** A string with its length in one byte. */
    static byte[] shortText(String text) {
        return new Bytes().octets(text.length()).raw(text(text)).toArray();
    }

    /** A string with its length in two bytes. */
    static byte[] longText(String text) {
        return new Bytes().u16(text.length()).raw(text(text)).toArray();
    }

    static byte[] beginning(int kind) {
        return record(
                0x0809,
                new Bytes()
                        .u16(0x0600)
                        .u16(kind)
                        .u16(0x0DBB)
                        .u16(0x07CC)
                        .u32(0xC1)
                        .u32(6));
    }

    static byte[] end() {
        return record(0x000A, new byte[0]);
    }

    static byte[] number(int row, int column, double value) {
        long bits = Double.doubleToLongBits(value);
        return record(0x0203, new Bytes().raw(words(row, column, 15)).u32(bits).u32(bits >> 32));
    }

    static byte[] shared(int row, int column, int string) {
        return record(0x00FD, new Bytes().raw(words(row, column, 15)).u32(string));
    }

    /** A cell with a formula that calculated a number. */
    static byte[] formula(int row, int column, double value, byte[] tokens) {
        long bits = Double.doubleToLongBits(value);
        return record(
                0x0006,
                new Bytes()
                        .raw(words(row, column, 15))
                        .u32(bits)
                        .u32(bits >> 32)
                        .u16(0)
                        .u32(0)
                        .u16(tokens.length)
                        .raw(tokens));
    }

    static byte[] tokens(int... octets) {
        return new Bytes().octets(octets).toArray();
    }

    /** A defined name. */
    static byte[] name(int flags, String name, int sheet, byte[] tokens) {
        return record(
                0x0018,
                new Bytes()
                        .u16(flags)
                        .octets(0, name.length())
                        .u16(tokens.length)
                        .u16(0)
                        .u16(sheet)
                        .u32(0)
                        .raw(text(name))
                        .raw(tokens));
    }
}
