package jp.kiyome.cad.dxf.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import jp.kiyome.cad.dxf.pairs.CodePage;
import jp.kiyome.cad.dxf.pairs.GroupKind;

/** The binary form, with group codes of the width that the drawing has. */
public final class BinaryOutput implements PairOutput {

    private static final int ESCAPE = 255;

    private final OutputStream out;
    private final CodePage page;
    private final boolean wideCodes;

    /** Begins with what every binary drawing begins with. */
    public BinaryOutput(OutputStream out, CodePage page, boolean wideCodes, byte[] head) {
        this.out = out;
        this.page = page;
        this.wideCodes = wideCodes;
        write(head);
    }

    @Override
    public void put(int code, String value) {
        if (wideCodes) {
            number(code, 2);
        } else if (code >= ESCAPE) {
            number(ESCAPE, 1);
            number(code, 2);
        } else {
            number(code, 1);
        }
        switch (GroupKind.of(code).orElseThrow()) {
            case TEXT, HANDLE -> {
                write(page.encode(value).getBytes(StandardCharsets.ISO_8859_1));
                number(0, 1);
            }
            case REAL -> number(Double.doubleToLongBits(Double.parseDouble(value)), 8);
            case SHORT -> number(Long.parseLong(value), 2);
            case INT -> number(Long.parseLong(value), 4);
            case LONG -> number(Long.parseLong(value), 8);
            case FLAG -> number(Long.parseLong(value), 1);
            case CHUNK -> {
                byte[] bytes = HexFormat.of().parseHex(value);
                number(bytes.length, 1);
                write(bytes);
            }
        }
    }

    private void number(long value, int bytes) {
        byte[] little = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            little[i] = (byte) (value >>> 8 * i);
        }
        write(little);
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a drawing", e);
        }
    }
}
