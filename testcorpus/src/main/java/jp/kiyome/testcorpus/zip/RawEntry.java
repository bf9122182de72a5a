package jp.kiyome.testcorpus.zip;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One member of a {@link RawZip}, honest until told to lie. APPNOTE.TXT 6.3.10 sections 4.3.7 (local header) and 4.3.12
 * (central header).
 */
public final class RawEntry {

    public static final int STORED = 0;
    public static final int DEFLATED = 8;

    final byte[] data;
    final String name;
    String localName;
    int method = DEFLATED;
    int localMethod = -1;
    int flags;
    long crc;
    long size;
    byte[] packed;
    byte[] slack = {};
    byte[] gapBefore = {};
    byte[] localExtra = {};
    byte[] centralExtra = {};
    String comment = "";
    int versionMadeBy = 20;
    long externalAttributes;
    boolean descriptor;
    long descriptorSize;
    boolean inCentralDirectory = true;
    boolean sharesPreviousHeader;

    private RawEntry(String name, byte[] data) {
        this.name = name;
        this.localName = name;
        this.data = data;
        this.packed = Deflate.storedBlocks(data);
        this.size = data.length;
        this.descriptorSize = data.length;
        this.crc = crcOf(data);
    }

    public static RawEntry of(String name, byte[] data) {
        return new RawEntry(name, data);
    }

    public static RawEntry of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    public byte[] data() {
        return data.clone();
    }

    public RawEntry stored() {
        method = STORED;
        packed = data;
        return this;
    }

    /** Squeezed by zlib: not the same bytes on every machine, so never for a committed sample. */
    public RawEntry squeezed() {
        packed = Deflate.squeezed(data);
        return this;
    }

    /** A method of which {@code bytes} are the packed form, or pretend to be. */
    public RawEntry method(int number, byte[] bytes) {
        method = number;
        packed = bytes;
        return this;
    }

    public RawEntry localMethod(int number) {
        localMethod = number;
        return this;
    }

    /** What the local header calls it, when the central directory says otherwise. */
    public RawEntry localName(String other) {
        localName = other;
        return this;
    }

    public RawEntry flags(int bits) {
        flags |= bits;
        return this;
    }

    public RawEntry size(long claimed) {
        size = claimed;
        return this;
    }

    public RawEntry crc(long claimed) {
        crc = claimed;
        return this;
    }

    /** Bytes behind the end of the deflate stream, inside the compressed size. */
    public RawEntry slack(byte[] bytes) {
        slack = bytes;
        return this;
    }

    /** Bytes before the local header that no header names. */
    public RawEntry gapBefore(byte[] bytes) {
        gapBefore = bytes;
        return this;
    }

    /** An extra field with this id in both headers. */
    public RawEntry extra(int id, byte[] bytes) {
        localExtra = new Bytes().u16(id).u16(bytes.length).raw(bytes).toArray();
        centralExtra = localExtra;
        return this;
    }

    public RawEntry comment(String text) {
        comment = text;
        return this;
    }

    /** Made on Unix with this {@code st_mode}. */
    public RawEntry unixMode(int mode) {
        versionMadeBy = 3 << 8 | 20;
        externalAttributes = (long) mode << 16;
        return this;
    }

    /** Sizes behind the data, with this one in place of the true one. */
    public RawEntry descriptor(long claimed) {
        descriptor = true;
        descriptorSize = claimed;
        flags |= 1 << 3;
        return this;
    }

    /** Only a local header: readers of the central directory never see it. */
    public RawEntry hidden() {
        inCentralDirectory = false;
        return this;
    }

    /** Only a central header, which points at the local header of the member before it. */
    public RawEntry overPrevious() {
        sharesPreviousHeader = true;
        return this;
    }

    private static long crcOf(byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(data);
        return crc.getValue();
    }
}
