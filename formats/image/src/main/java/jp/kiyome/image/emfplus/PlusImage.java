package jp.kiyome.image.emfplus;

import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** Images ([MS-EMFPLUS] 2.2.1.4): bare pixels are copied number by number, files inside go the way of files. Stateless. */
final class PlusImage {

    private static final Set<String> FILES = Set.of("png", "jpeg", "gif", "bmp");
    private static final Set<String> METAFILES = Set.of("emf", "wmf");

    /** 2.1.1.26 PixelFormat: bytes a pixel of those that have no palette. */
    private static final Map<Integer, Integer> FORMATS =
            Map.of(0x26200A, 4, 0x0E200B, 4, 0x022009, 4, 0x021808, 3, 0x021005, 2, 0x021006, 2);

    private PlusImage() {}

    static void read(PlusCopy copy, PlusFile file) {
        copy.version();
        switch (copy.within(1, 2)) {
            case 1 -> bitmap(copy, file);
            case 2 -> metafile(copy, file);
            default -> copy.in().refuse("metafile.value");
        }
    }

    /** 2.2.2.2 EmfPlusBitmap. */
    private static void bitmap(PlusCopy copy, PlusFile file) {
        RecordInput in = copy.in();
        int width = in.i32();
        int height = in.i32();
        int stride = in.i32();
        int format = in.i32();
        int type = in.i32();
        if (!in.ok()) {
            return;
        }
        if (type == 1) {
            copy.draft().numbers(4, 0, 0, 0, 0, 1);
            Content whole = withoutPadding(in.rest());
            child(whole, extension(whole), in, copy.draft(), file, FILES);
        } else if (type == 0) {
            pixels(copy, file, width, height, stride, format);
        } else {
            in.refuse("metafile.value");
        }
    }

    private static void pixels(PlusCopy copy, PlusFile file, int width, int height, int stride, int format) {
        RecordInput in = copy.in();
        int bytes = FORMATS.getOrDefault(format, 0);
        if (bytes == 0 || width < 1 || height < 1 || stride < (long) width * bytes || !in.has(height, stride)) {
            in.refuse("metafile.bitmap");
            return;
        }
        file.session().budget().pixels(width, height);
        int used = width * bytes;
        int written = used + (-used & 3);
        copy.draft().numbers(4, width, height, written, format, 0);
        boolean opaque = format == 0x022009;
        int[] pixels = new int[Math.multiplyExact(written, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < stride; x++) {
                int value = in.u8();
                if (x < used) {
                    pixels[y * written + x] = opaque && x % 4 == 3 ? 0 : value;
                }
            }
        }
        copy.draft().numbers(1, pixels);
    }

    /** 2.2.2.27 EmfPlusMetafile. */
    private static void metafile(PlusCopy copy, PlusFile file) {
        int type = copy.within(1, 5);
        int size = copy.in().i32();
        int[] written = copy.draft().numbers(4, size);
        Content rest = copy.in().rest();
        Content whole = size >= 0 && size <= rest.size() && rest.size() - size < 4 ? rest.slice(0, size) : rest;
        Content inside = child(whole, type < 3 ? "wmf" : "emf", copy.in(), copy.draft(), file, METAFILES);
        written[0] = Math.toIntExact(inside.size());
    }

    /** Records are filled up to a multiple of four; a BMP file says where it ends, and the others never end with zeros. */
    private static Content withoutPadding(Content file) {
        long end = file.size();
        if (extension(file).equals("bmp") && end >= 6) {
            RecordInput in = new RecordInput(file, 2);
            long size = Integer.toUnsignedLong(in.i32());
            return size <= end && end - size < 4 ? file.slice(0, size) : file;
        }
        while (end > 0 && file.size() - end < 3 && file.byteAt(end - 1) == 0) {
            end--;
        }
        return file.slice(0, end);
    }

    private static String extension(Content file) {
        return switch (file.size() < 2 ? 0 : file.byteAt(0) << 8 | file.byteAt(1)) {
            case 0xFFD8 -> "jpeg";
            case 0x4749 -> "gif";
            case 0x424D -> "bmp";
            default -> "png";
        };
    }

    private static Content child(
            Content content, String extension, RecordInput in, RecordDraft draft, PlusFile file, Set<String> expected) {
        return switch (file.session().child(file.pictures().next(extension), content, expected)) {
            case Nested.Clean(var type, var _, Content clean) -> {
                draft.rebuilt(clean);
                yield clean;
            }
            case Nested.Refused refused -> {
                in.refuse("metafile.bitmap");
                yield content;
            }
        };
    }
}
