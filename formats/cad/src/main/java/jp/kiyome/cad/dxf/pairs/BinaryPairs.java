package jp.kiyome.cad.dxf.pairs;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The binary form (DXF reference, "Binary DXF Files"): group codes of two bytes, or of one with 255 before two as R12 and earlier
 * have them; values by the kind of the code.
 */
public final class BinaryPairs implements PairSource {

    private static final int COMMENT = 999;
    private static final int ESCAPE = 255;

    private final Content content;
    private final boolean wideCodes;
    private long position;
    private int code;
    private String raw = "";
    private long start;
    private boolean comments;

    /**
     * Reads from {@code from}, where a group code begins.
     *
     * @param wideCodes whether codes have two bytes
     */
    public BinaryPairs(Content content, long from, boolean wideCodes) {
        this.content = content;
        this.position = from;
        this.wideCodes = wideCodes;
    }

    @Override
    public boolean next() {
        do {
            start = position;
            if (position == content.size()) {
                return false;
            }
            code = groupCode();
            raw = value(GroupKind.of(code).orElseThrow(() -> fault("group code " + code)));
            comments |= code == COMMENT;
        } while (code == COMMENT);
        return true;
    }

    private int groupCode() {
        int narrow = wideCodes ? ESCAPE : (int) number(1) & 0xFF;
        return narrow == ESCAPE ? (int) number(2) & 0xFFFF : narrow;
    }

    private String value(GroupKind kind) {
        return switch (kind) {
            case TEXT, HANDLE -> text();
            case REAL -> Numbers.written(Double.longBitsToDouble(number(8)));
            case SHORT -> Short.toString((short) number(2));
            case INT -> Integer.toString((int) number(4));
            case LONG -> Long.toString(number(8));
            case FLAG -> Long.toString(number(1) & 0xFF);
            case CHUNK -> chunk();
        };
    }

    private long number(int bytes) {
        require(bytes);
        long number = content.littleEndian(position, bytes);
        position += bytes;
        return number;
    }

    private String chunk() {
        byte[] bytes = bytes((int) number(1) & 0xFF);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private String text() {
        long end = position;
        while (end < content.size() && content.byteAt(end) != 0) {
            end++;
            if (end - position > TextPairs.LONGEST) {
                throw fault("a text without an end");
            }
        }
        String text = new String(bytes((int) (end - position)), StandardCharsets.ISO_8859_1);
        require(1);
        position++;
        return text;
    }

    private byte[] bytes(int count) {
        require(count);
        byte[] bytes = new byte[count];
        content.copy(position, bytes, 0, count);
        position += count;
        return bytes;
    }

    private void require(int bytes) {
        if (bytes > content.size() - position) {
            throw fault("the file ends inside a value");
        }
    }

    private Refusal fault(String what) {
        return Refusal.of("dxf.syntax", Location.wholeFile().at("byte " + start), what);
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String raw() {
        return raw;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return position;
    }

    @Override
    public boolean skippedComment() {
        return comments;
    }
}
