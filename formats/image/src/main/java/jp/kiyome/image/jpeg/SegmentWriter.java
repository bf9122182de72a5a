package jp.kiyome.image.jpeg;

import java.util.List;
import jp.kiyome.core.content.Sink;
import jp.kiyome.image.exif.Exif;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;

/** Writes the marker segments of a rebuilt JPEG file (T.81 annex B), always in one order. Not for sharing. */
final class SegmentWriter {

    private final Sink out;

    SegmentWriter(Sink out) {
        this.out = out;
    }

    /** Everything before the first DHT. */
    void start(JpegPicture picture) {
        marker(Marker.SOI);
        if (picture.jfif()) {
            Density density = picture.density();
            segment(
                    Marker.APP0,
                    new ByteWriter()
                            .ascii("JFIF\0")
                            .u16be(0x0102)
                            .u8(density.unit())
                            .u16be(density.x())
                            .u16be(density.y())
                            .u16be(0));
        }
        if (!picture.orientation().upright()) {
            segment(Marker.APP1, new ByteWriter().ascii("Exif\0\0").bytes(Exif.write(picture.orientation())));
        }
        profile(picture.profile());
        if (picture.colours().adobeTransform() >= 0) {
            segment(
                    Marker.APP14,
                    new ByteWriter()
                            .ascii("Adobe")
                            .u16be(100)
                            .u32be(0)
                            .u8(picture.colours().adobeTransform()));
        }
        List<QuantTable> tables = picture.quantTables().stream().distinct().toList();
        for (int i = 0; i < tables.size(); i++) {
            quantisation(i, tables.get(i));
        }
        frame(picture, tables);
    }

    private void profile(IccProfile profile) {
        int length = profile.bytes().length();
        int parts = ProfileParts.count(length);
        for (int number = 1; number <= parts; number++) {
            Bytes part =
                    profile.bytes().part(ProfileParts.start(number, length), ProfileParts.start(number + 1, length));
            segment(
                    Marker.APP2,
                    new ByteWriter().ascii("ICC_PROFILE\0").u8(number).u8(parts).bytes(part));
        }
    }

    private void quantisation(int destination, QuantTable table) {
        ByteWriter bytes = new ByteWriter().u8(table.wide() ? 0x10 | destination : destination);
        for (int i = 0; i < 64; i++) {
            if (table.wide()) {
                bytes.u16be(table.value(i));
            } else {
                bytes.u8(table.value(i));
            }
        }
        segment(Marker.DQT, bytes);
    }

    private void frame(JpegPicture picture, List<QuantTable> tables) {
        Frame frame = picture.frame();
        boolean wide = tables.stream().anyMatch(QuantTable::wide);
        ByteWriter bytes = new ByteWriter()
                .u8(8)
                .u16be(frame.height())
                .u16be(frame.width())
                .u8(frame.components().size());
        for (int i = 0; i < frame.components().size(); i++) {
            Component component = frame.components().get(i);
            boolean single = frame.components().size() == 1;
            bytes.u8(picture.colours().componentId(i))
                    .u8(single ? 0x11 : component.h() << 4 | component.v())
                    .u8(tables.indexOf(picture.quantTables().get(i)));
        }
        // wide tables are for extended and progressive alone (T.81 B.2.4.1)
        segment(frame.progressive() ? Marker.SOF2 : wide ? Marker.SOF1 : Marker.SOF0, bytes);
    }

    /** @param destination class (0 DC, 1 AC) in the high half, destination in the low one */
    void huffman(int destination, HuffmanTable table) {
        ByteWriter bytes = new ByteWriter().u8(destination);
        for (int length = 1; length <= 16; length++) {
            bytes.u8(table.codesOf(length));
        }
        for (int i = 0; i < table.codes(); i++) {
            bytes.u8(table.symbol(i));
        }
        segment(Marker.DHT, bytes);
    }

    /** A scan header, its table destinations as {@link ColourModel#tableOf} has them. */
    void scan(ColourModel colours, ScanPlan plan) {
        ByteWriter bytes = new ByteWriter().u8(plan.components().size());
        for (int component : plan.components()) {
            int table = ColourModel.tableOf(component);
            bytes.u8(colours.componentId(component)).u8((plan.usesDc() ? table << 4 : 0) | (plan.usesAc() ? table : 0));
        }
        segment(
                Marker.SOS,
                bytes.u8(plan.spectralStart()).u8(plan.spectralEnd()).u8(plan.high() << 4 | plan.low()));
    }

    void end() {
        marker(Marker.EOI);
    }

    private void segment(int marker, ByteWriter content) {
        marker(marker);
        byte[] bytes = new ByteWriter()
                .u16be(content.size() + 2)
                .bytes(content.toByteArray())
                .toByteArray();
        out.write(bytes, 0, bytes.length);
    }

    private void marker(int code) {
        out.write(0xFF);
        out.write(code);
    }
}
