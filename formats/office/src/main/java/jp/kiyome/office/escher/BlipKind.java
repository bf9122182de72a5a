package jp.kiyome.office.escher;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of pictures that drawings hold ([MS-ODRAW] 2.2.23, 2.4.1). */
enum BlipKind {
    EMF(0xF01A, 0x3D4, 2, "emf", 34),
    WMF(0xF01B, 0x216, 3, "wmf", 34),
    /** Of the other system; comes out as EMF. */
    PICT(0xF01C, 0x542, 4, "pict", 34),
    JPEG(0xF01D, 0x46A, 5, "jpeg", 1),
    PNG(0xF01E, 0x6E0, 6, "png", 1),
    DIB(0xF01F, 0x7A8, 7, "bmp", 1),
    TIFF(0xF029, 0x6E4, 0x11, "tiff", 1);

    /** JPEG pictures may stand under a second number, and in CMYK under another instance. */
    static final int JPEG_AGAIN = 0xF02A;

    static final int JPEG_CMYK = 0x6E2;

    private final int record;
    private final int instance;
    private final int code;
    private final String type;
    private final int head;

    BlipKind(int record, int instance, int code, String type, int head) {
        this.record = record;
        this.instance = instance;
        this.code = code;
        this.type = type;
        this.head = head;
    }

    int record() {
        return record;
    }

    /** Of a record with one digest. */
    int instance() {
        return instance;
    }

    /** As the table of pictures calls it. */
    int code() {
        return code;
    }

    /** The id of the file type of its bytes. */
    String type() {
        return type;
    }

    /** Bytes between the digests and the picture. */
    int head() {
        return head;
    }

    boolean metafile() {
        return this == EMF || this == WMF || this == PICT;
    }

    static Optional<BlipKind> ofRecord(int type) {
        int wanted = type == JPEG_AGAIN ? JPEG.record : type;
        return Arrays.stream(values()).filter(kind -> kind.record == wanted).findFirst();
    }

    static Optional<BlipKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
