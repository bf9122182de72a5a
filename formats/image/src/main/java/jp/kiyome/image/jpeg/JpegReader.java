package jp.kiyome.image.jpeg;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;
import org.jspecify.annotations.Nullable;

/**
 * Walks the segments of a JPEG file (T.81 annex B) and makes a {@link JpegPicture} of what the allow-list names. The
 * entropy-coded data is only located, not decoded. One reader reads one file.
 */
final class JpegReader {

    private static final AllowList ALLOWED = AllowList.beside(JpegReader.class, "jpeg.allow");

    private final ByteReader in;
    private final Session session;
    private final CodingTables tables = new CodingTables();
    private final Applications applications;
    private final List<Scan> scans = new ArrayList<>();
    private final @Nullable QuantTable[] quantTables = new QuantTable[4];
    private @Nullable Frame frame;
    private @Nullable Progression progression;

    JpegReader(Content content, Session session) {
        this.in = new ByteReader(content);
        this.session = session;
        this.applications = new Applications(ALLOWED, session);
    }

    JpegPicture read() {
        if (in.remaining() < 4 || in.u16be() != 0xFFD8) {
            throw Refused.damaged("JPEG without SOI");
        }
        int marker = nextMarker();
        while (marker != Marker.EOI) {
            readSegment(marker);
            marker = nextMarker();
        }
        if (in.remaining() > 0) {
            session.found(
                    Removed.from("image.trailing-data", "offset " + in.position() + ", " + in.remaining() + " bytes"));
        }
        return picture();
    }

    /** The next marker's code; bytes that are no marker are skipped and reported. A missing EOI counts as one. */
    private int nextMarker() {
        long start = in.position();
        while (in.remaining() >= 2) {
            in.skipTo((byte) 0xFF);
            long at = in.position();
            int code = 0xFF;
            while (code == 0xFF && in.remaining() > 0) {
                code = in.u8();
            }
            if (code != 0 && code != 0xFF) {
                reportGap(start, at - start);
                return code;
            }
        }
        if (scans.isEmpty()) {
            throw Refused.truncated("JPEG without a scan");
        }
        in.skip(in.remaining());
        session.found(Removed.from("image.missing-end", "offset " + in.position()));
        reportGap(start, in.position() - start);
        return Marker.EOI;
    }

    private void reportGap(long start, long length) {
        if (length > 0) {
            session.found(Removed.from("image.gap", "offset " + start + ", " + length + " bytes"));
        }
    }

    private void readSegment(int marker) {
        String where = Marker.name(marker) + " at offset " + (in.position() - 2);
        if (Marker.standsAlone(marker)) {
            if (marker == Marker.SOI) {
                throw Refused.damaged("JPEG with a second SOI");
            }
            session.found(Removed.from("image.gap", where));
            return;
        }
        int length = in.u16be();
        if (length < 2) {
            throw Refused.damaged("JPEG segment of length " + length);
        }
        ByteReader segment = new ByteReader(in.content(), in.position(), in.position() + length - 2);
        in.skip(length - 2);
        if (Marker.application(marker)) {
            applications.read(marker, segment, where);
        } else {
            readCodingSegment(marker, segment, where);
        }
    }

    private void readCodingSegment(int marker, ByteReader segment, String where) {
        switch (marker) {
            case Marker.SOF0, Marker.SOF1, Marker.SOF2 -> readFrame(segment, marker == Marker.SOF2);
            case Marker.SOF9, Marker.SOF10 -> {
                tables.arithmetic();
                readFrame(segment, marker == Marker.SOF10);
            }
            case Marker.DAC -> readConditioning(segment, where);
            case Marker.DQT -> tables.readDqt(segment);
            case Marker.DHT -> tables.readDht(segment);
            case Marker.DRI -> tables.readDri(segment);
            case Marker.SOS -> readScan(segment);
            default -> {
                AllowList.Entry entry = ALLOWED.entry(Marker.name(marker));
                if (entry.rule() == AllowList.Rule.REFUSE) {
                    throw Refused.unsupported("JPEG: " + entry.argument());
                }
                session.found(Removed.from(entry.argument(), where));
            }
        }
    }

    /** Means something with arithmetic coding alone, but may come before the frame says that it is that. */
    private void readConditioning(ByteReader segment, String where) {
        tables.readDac(segment);
        if (frame != null && !tables.isArithmetic()) {
            session.found(Removed.from("image.unknown-segment", where));
        }
    }

    private void readFrame(ByteReader segment, boolean progressive) {
        if (frame != null) {
            throw Refused.damaged("JPEG with a second frame");
        }
        Frame read = Frame.read(segment, progressive);
        session.budget().pixels(read.width(), read.height());
        frame = read;
        progression = new Progression(read);
    }

    private void readScan(ByteReader segment) {
        if (frame == null || progression == null) {
            throw Refused.damaged("JPEG scan before the frame");
        }
        Scan scan = new ScanReader(frame, tables).read(segment, in);
        progression.accept(scan);
        for (Scan.Part part : scan.parts()) {
            // a table may be redefined between scans; the one in force at the component's first scan holds (T.81
            // B.2.4.1)
            if (quantTables[part.component()] == null) {
                int destination = frame.components().get(part.component()).quantId();
                quantTables[part.component()] = tables.quantisation(destination);
            }
        }
        scans.add(scan);
    }

    private JpegPicture picture() {
        if (frame == null || progression == null) {
            throw Refused.truncated("JPEG without a frame");
        }
        progression.requireComplete();
        List<QuantTable> used = new ArrayList<>();
        for (int i = 0; i < frame.components().size(); i++) {
            QuantTable table = quantTables[i];
            if (table == null) {
                throw Refused.truncated("JPEG without a scan for each component");
            }
            used.add(table);
        }
        ColourModel colours = applications.colours(frame);
        return new JpegPicture(
                frame,
                List.copyOf(used),
                List.copyOf(scans),
                colours,
                colours.allowsJfif()
                        && (colours == ColourModel.GRAY
                                || colours == ColourModel.YCBCR
                                || applications.density().absolute()),
                applications.density(),
                applications.orientation(),
                applications.profile(colours));
    }
}
