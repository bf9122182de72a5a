package jp.kiyome.pdf.keep;

import java.util.Arrays;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/**
 * The data of mesh shadings (ISO 32000-2, 8.7.4.5.5 to 8.7.4.5.8): whole vertices, rows and patches as long as their flags mean something.
 * What follows them, and the bits that fill their bytes, is gone. Not thread-safe.
 */
final class Meshes implements Keeper.StreamRule {

    private static final int FREE_TRIANGLES = 4;
    private static final int LATTICE = 5;
    private static final int TENSOR_PATCHES = 7;
    private static final int LARGEST = 1 << 26;
    private static final int MOST_COMPONENTS = 32;

    private final Keeper keeper;
    private final ColourSpaces spaces;

    Meshes(Keeper keeper, ColourSpaces spaces) {
        this.keeper = keeper;
        this.spaces = spaces;
    }

    @Override
    public void keep(int index, Cos.Dict dict, RawStream stream, Place place) {
        Shape shape = shape(dict);
        Copy copy = new Copy(shape, keeper.objects().bytes(stream, LARGEST));
        byte[] kept = copy.kept();
        if (!Arrays.equals(kept, copy.data)) {
            keeper.told().removed("pdf.mesh", place);
        }
        CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> out.write(kept));
        keeper.clean().set(index, Images.joined(dict, StreamStore.flate()), span);
    }

    /** A colour is one number where a function makes it out of that (table 81). */
    private Shape shape(Cos.Dict dict) {
        int components = dict.has("Function") ? 1 : spaces.components(dict.get("ColorSpace"));
        return new Shape(
                Cos.integer(dict.get("ShadingType"), 0),
                Cos.integer(dict.get("BitsPerFlag"), 0),
                2 * Cos.integer(dict.get("BitsPerCoordinate"), 0),
                Cos.integer(dict.get("BitsPerComponent"), 0) * Math.min(components, MOST_COMPONENTS),
                Cos.integer(dict.get("VerticesPerRow"), 0));
    }

    /**
     * How a mesh is put down.
     *
     * @param flag bits of a flag; a lattice has none
     * @param point bits of a point
     * @param colour bits of a colour
     * @param row vertices of a row of a lattice
     */
    private record Shape(int type, int flag, int point, int colour, int row) {

        boolean possible() {
            return point > 0 && colour > 0 && (type == LATTICE ? row >= 2 : flag > 0);
        }

        /** Bits behind a flag; for the last two types of patches, a patch that shares an edge has four points and two colours less. */
        long record(int edge) {
            int corners = edge == 0 ? 4 : 2;
            return switch (type) {
                case FREE_TRIANGLES -> aligned((long) flag + point + colour) - flag;
                case LATTICE -> row * aligned((long) point + colour);
                case TENSOR_PATCHES -> (edge == 0 ? 16L : 12L) * point + (long) corners * colour;
                default -> (edge == 0 ? 12L : 8L) * point + (long) corners * colour;
            };
        }

        /** Each vertex ends with its byte; patches follow each other bit by bit, as readers have it. */
        private static long aligned(long bits) {
            return (bits + 7) / 8 * 8;
        }

        int mostFlag() {
            return type == FREE_TRIANGLES ? 2 : 3;
        }
    }

    /** One pass over the data. */
    private static final class Copy {

        private final Shape shape;
        private final byte[] data;

        Copy(Shape shape, byte[] data) {
            this.shape = shape;
            this.data = data;
        }

        /** What is to be written. */
        byte[] kept() {
            long whole = 0;
            for (long end = next(0); end > whole; end = next(end)) {
                whole = end;
            }
            int bytes = (int) ((whole + 7) / 8);
            byte[] kept = Arrays.copyOf(data, bytes);
            if (whole % 8 != 0) {
                kept[bytes - 1] &= (byte) (0xFF00 >> whole % 8);
            }
            clearFill(kept);
            return kept;
        }

        /** The bit behind the record at {@code from}; 0 where there is none. */
        private long next(long from) {
            if (!shape.possible()) {
                return 0;
            }
            long end;
            if (shape.type == LATTICE) {
                end = from + shape.record(0);
            } else if (from + shape.flag > 8L * data.length) {
                return 0;
            } else {
                // Tables 82 and 84: readers look at the lowest two bits; nobody who means a flag sets others.
                long edge = bits(from, shape.flag);
                if (edge > shape.mostFlag() || from == 0 && edge != 0) {
                    return 0;
                }
                end = from + shape.flag + shape.record((int) edge);
            }
            return end <= 8L * data.length ? end : 0;
        }

        private long bits(long from, int count) {
            long value = 0;
            for (long bit = from; bit < from + count; bit++) {
                value = value << 1 | data[(int) (bit / 8)] >> 7 - bit % 8 & 1;
            }
            return value;
        }

        /** Bits between the end of a vertex and that of its byte. */
        private void clearFill(byte[] kept) {
            long used = shape.type == LATTICE || shape.type == FREE_TRIANGLES
                    ? (shape.type == LATTICE ? 0L : shape.flag) + shape.point + shape.colour
                    : 0;
            if (used % 8 == 0) {
                return;
            }
            int step = (int) ((used + 7) / 8);
            byte mask = (byte) (0xFF00 >> used % 8);
            for (int i = step - 1; i < kept.length; i += step) {
                kept[i] &= mask;
            }
        }
    }
}
