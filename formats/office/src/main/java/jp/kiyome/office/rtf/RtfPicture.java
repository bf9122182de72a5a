package jp.kiyome.office.rtf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.finding.FindingTally;
import jp.kiyome.office.picture.BlankPicture;
import org.jspecify.annotations.Nullable;

/**
 * A picture being read (RTF 1.9.1, "Pictures"): its measures, and its data as hexadecimal digits or binary. It goes the way of pictures
 * and is written as the same kind; one that cannot be rebuilt, or of a kind that nobody rebuilds, becomes a blank one.
 */
final class RtfPicture {

    private static final Set<String> MEASURES = Set.of(
            "picw",
            "pich",
            "picwgoal",
            "pichgoal",
            "picscalex",
            "picscaley",
            "picscaled",
            "piccropt",
            "piccropb",
            "piccropl",
            "piccropr");
    private static final int FILE_HEADER = 14;
    private static final int PLACEABLE = 22;
    private static final int BYTES_A_LINE = 64;

    private final @Nullable Sink data;
    private final Map<String, Integer> measures = new LinkedHashMap<>();
    private String kind = "";
    private int digit = -1;

    RtfPicture(Session session) {
        this.data = session.scratch();
    }

    private RtfPicture() {
        this.data = null;
    }

    /** Stands where no picture is being read. */
    static RtfPicture none() {
        return new RtfPicture();
    }

    void word(String name, boolean numbered, int number) {
        switch (name) {
            case "pngblip" -> kind = "png";
            case "jpegblip" -> kind = "jpeg";
            case "emfblip" -> kind = "emf";
            case "wmetafile" -> kind = "wmf";
            case "dibitmap" -> kind = "bmp";
            case "macpict", "pmmetafile", "wbitmap" -> kind = "unknown";
            default -> {
                if (MEASURES.contains(name) && (numbered || name.equals("picscaled"))) {
                    measures.put(name, number);
                }
            }
        }
    }

    /** A character of the data; anything but a digit is passed over, as programs do. */
    void text(int c) {
        int value = RtfTokens.hex(c);
        if (value < 0) {
            return;
        }
        if (digit < 0) {
            digit = value;
        } else {
            binary(digit << 4 | value);
            digit = -1;
        }
    }

    void binary(int value) {
        if (data != null) {
            data.write(value);
        }
    }

    /** Rebuilds the picture and writes it. */
    void write(RtfWriter out, Session session, FindingTally tally, int ordinal) {
        Content read = data == null ? HeapContent.of(new byte[0]) : data.finish();
        if (read.size() == 0) {
            return;
        }
        Optional<Content> rebuilt = rebuilt(read, session, ordinal);
        if (rebuilt.isEmpty()) {
            tally.found("content.picture-replaced", Action.REPLACED, "pict", "");
        }
        write(rebuilt.isEmpty() ? "png" : kind, rebuilt.orElseGet(() -> blank(session)), out);
    }

    private Optional<Content> rebuilt(Content read, Session session, int ordinal) {
        if (kind.isEmpty() || kind.equals("unknown")) {
            return Optional.empty();
        }
        Content file = kind.equals("bmp") ? withFileHeader(read, session) : read;
        return switch (session.child("picture " + ordinal, file, Set.of(kind))) {
            case Nested.Clean clean ->
                clean.type().id().equals(kind) ? Optional.of(bare(kind, clean.content())) : Optional.empty();
            case Nested.Refused refused -> Optional.empty();
        };
    }

    private static Content blank(Session session) {
        return switch (session.child("blank.png", BlankPicture.png(), Set.of("png"))) {
            case Nested.Clean clean -> clean.content();
            case Nested.Refused refused -> throw new IllegalStateException("no handler rebuilds a blank PNG");
        };
    }

    private void write(String type, Content bytes, RtfWriter out) {
        out.open();
        out.word("pict");
        measures.forEach((name, number) -> {
            if (name.equals("picscaled")) {
                out.word(name);
            } else {
                out.word(name, number);
            }
        });
        word(type, out);
        for (long i = 0; i < bytes.size(); i++) {
            if (i % BYTES_A_LINE == 0) {
                out.newLine();
            }
            out.data(bytes.byteAt(i));
        }
        out.close();
    }

    private static void word(String type, RtfWriter out) {
        switch (type) {
            case "png" -> out.word("pngblip");
            case "jpeg" -> out.word("jpegblip");
            case "emf" -> out.word("emfblip");
            case "wmf" -> out.word("wmetafile", 8);
            case "bmp" -> out.word("dibitmap", 0);
            default -> throw new IllegalStateException(type);
        }
    }

    /** What RTF wants of a file: a metafile without the placeable header, a bitmap without the file header. */
    private static Content bare(String type, Content file) {
        if (type.equals("bmp")) {
            return file.slice(FILE_HEADER, file.size() - FILE_HEADER);
        }
        boolean placeable = type.equals("wmf") && file.size() > PLACEABLE && file.littleEndian(0, 4) == 0x9AC6CDD7L;
        return placeable ? file.slice(PLACEABLE, file.size() - PLACEABLE) : file;
    }

    /** A device-independent bitmap as a file ([MS-WMF] 2.2.2.9 and the BITMAPFILEHEADER before it). */
    private static Content withFileHeader(Content dib, Session session) {
        long header = dib.size() >= 40 ? dib.littleEndian(0, 4) : 0;
        long colours = 0;
        if (header >= 40 && header <= dib.size()) {
            long bits = dib.littleEndian(14, 2);
            long used = dib.littleEndian(32, 4) & 0xFFFFFFFFL;
            colours = used > 0 ? Math.min(used, 256) : bits <= 8 ? 1L << bits : 0;
            colours = dib.littleEndian(16, 4) == 3 && header == 40 ? colours * 4 + 12 : colours * 4;
        }
        Sink file = session.scratch();
        file.write('B');
        file.write('M');
        number(file, dib.size() + FILE_HEADER);
        number(file, 0);
        number(file, FILE_HEADER + header + colours);
        byte[] block = new byte[1 << 14];
        for (long at = 0; at < dib.size(); at += block.length) {
            int count = (int) Math.min(block.length, dib.size() - at);
            dib.copy(at, block, 0, count);
            file.write(block, 0, count);
        }
        return file.finish();
    }

    private static void number(Sink file, long value) {
        for (int shift = 0; shift < 32; shift += 8) {
            file.write((int) (value >> shift) & 0xFF);
        }
    }
}
