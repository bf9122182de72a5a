package jp.kiyome.testcorpus.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import jp.kiyome.testcorpus.zip.Bytes;

/** A tape archive, header by header (POSIX.1-2017, pax, "ustar Interchange Format"), honest until told to lie. */
public final class RawTar {

    private static final int BLOCK = 512;

    private final Bytes out = new Bytes();
    private String owner = "";

    /** From here on members belong to somebody. */
    public RawTar owner(String name) {
        owner = name;
        return this;
    }

    public RawTar file(String name, byte[] data) {
        return member('0', name, "", data);
    }

    public RawTar link(char type, String name, String target) {
        return member(type, name, target, new byte[0]);
    }

    /** An extended header with one record, for the next member or, as {@code g}, for all that follow. */
    public RawTar extended(char type, String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.length() + 2;
        String record = length < 100 ? length + rest : length + 1 + rest;
        return member(type, "pax", "", record.getBytes(StandardCharsets.US_ASCII));
    }

    public RawTar member(char type, String name, String target, byte[] data) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format(Locale.ROOT, "%011o", data.length));
        put(header, 136, "14000000000");
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar");
        put(header, 263, "00");
        put(header, 265, owner);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o", sum));
        header[154] = 0;
        out.raw(header).raw(data).raw(new byte[-data.length & BLOCK - 1]);
        return this;
    }

    /** Bytes at this place, as they are. */
    public RawTar raw(byte[] bytes) {
        out.raw(bytes);
        return this;
    }

    /** With the two empty blocks of the end. */
    public byte[] bytes() {
        return new Bytes().raw(out.toArray()).raw(new byte[2 * BLOCK]).toArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
