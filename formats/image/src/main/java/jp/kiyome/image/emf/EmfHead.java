package jp.kiyome.image.emf;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.metafile.Played;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/** What the first record says of the picture ([MS-EMF] 2.2.9 Header, 2.3.4.2 EMR_HEADER). Not for sharing between threads. */
final class EmfHead {

    private static final int SIGNATURE = 0x464D4520;
    private static final int VERSION = 0x10000;
    private static final int LEAST = 88;
    private static final int WITH_FORMAT = 100;
    private static final int WITH_MICROMETRES = 108;

    private final long size;
    /** Bounds, frame (four numbers each), device in pixels, device in millimetres. */
    private final int[] measures;
    /** Device in micrometres, where the record is long enough to say so; else empty. */
    private final int[] micrometres;

    private EmfHead(long size, int[] measures, int[] micrometres) {
        this.size = size;
        this.measures = measures;
        this.micrometres = micrometres;
    }

    /** Bytes of the record that was read. */
    long size() {
        return size;
    }

    /** Throws {@link jp.kiyome.core.finding.Refusal} when the file does not begin with a header. */
    static EmfHead read(Content content, Played report) {
        ByteReader in = new ByteReader(content);
        if (in.i32le() != 1) {
            throw Refused.damaged("EMF without its header");
        }
        long size = in.u32le();
        if (size < LEAST || size % 4 != 0 || size > content.size()) {
            throw Refused.damaged("EMF header of " + size + " bytes");
        }
        int[] measures = new int[12];
        for (int i = 0; i < 8; i++) {
            measures[i] = in.i32le();
        }
        if (in.i32le() != SIGNATURE) {
            throw Refused.damaged("EMF without its signature");
        }
        in.skip(16);
        long description = in.u32le();
        long descriptionAt = in.u32le();
        in.skip(4);
        for (int i = 8; i < 12; i++) {
            measures[i] = in.i32le();
        }
        long fixed = description > 0 && descriptionAt >= LEAST ? Math.min(size, descriptionAt) : size;
        if (description > 0) {
            report.removed("metafile.description", "EMR_HEADER");
        }
        return new EmfHead(size, measures, micrometres(in, fixed, size, description, report));
    }

    private static int[] micrometres(ByteReader in, long fixed, long size, long description, Played report) {
        long usable = fixed;
        if (usable >= WITH_FORMAT) {
            long format = in.u32le();
            long formatAt = in.u32le();
            in.skip(4);
            if (format > 0) {
                report.removed("metafile.opengl", "EMR_HEADER");
                usable = formatAt >= WITH_FORMAT ? Math.min(usable, formatAt) : usable;
            } else if (description == 0 && size > WITH_MICROMETRES) {
                report.changed("metafile.slack", "EMR_HEADER");
            }
        }
        return usable >= WITH_MICROMETRES ? new int[] {in.i32le(), in.i32le()} : new int[0];
    }

    private int written() {
        return micrometres.length > 0 ? WITH_MICROMETRES : LEAST;
    }

    /** The header of the output, with what only its writer knows. */
    byte[] bytes(long behind, long records, int handles) {
        ByteWriter out = new ByteWriter().u32le(1).u32le(written());
        for (int i = 0; i < 8; i++) {
            out.u32le(measures[i]);
        }
        out.u32le(SIGNATURE).u32le(VERSION).u32le(written() + behind).u32le(records + 1);
        out.u16le(handles).u16le(0).u32le(0).u32le(0).u32le(0);
        for (int i = 8; i < 12; i++) {
            out.u32le(measures[i]);
        }
        if (micrometres.length > 0) {
            out.u32le(0).u32le(0).u32le(0).u32le(micrometres[0]).u32le(micrometres[1]);
        }
        return out.toByteArray();
    }
}
