package jp.kiyome.image.png;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteWriter;

/** Writes a picture anew: chunks in one order, rows as they come. Not for sharing. */
final class PngWriter {

    private final PngPicture picture;
    private final ChunkWriter out;

    PngWriter(PngPicture picture, Sink sink) {
        this.picture = picture;
        this.out = new ChunkWriter(sink);
    }

    /** Everything before the first image data. */
    void start() {
        out.chunk("IHDR", picture.header().write().toByteArray());
        picture.plays()
                .ifPresent(plays -> out.chunk(
                        "acTL",
                        new ByteWriter()
                                .u32be(picture.animationFrames())
                                .u32be(plays)
                                .toByteArray()));
        picture.beforePalette()
                .forEach(small -> out.chunk(small.type(), small.data().toArray()));
        if (picture.paletteEntries() > 0) {
            out.chunk("PLTE", picture.palette().toArray());
        }
        picture.afterPalette()
                .forEach(small -> out.chunk(small.type(), small.data().toArray()));
        picture.defaultFrame().ifPresent(out::frame);
    }

    void images(Content content, Session session) {
        try (SampleInput in = new SampleInput(content, picture.image(), 0)) {
            image(picture.header(), in, "IDAT", session);
        }
        for (PngPicture.Frame frame : picture.frames()) {
            out.frame(frame.control());
            PngHeader header = picture.header()
                    .sized(frame.control().width(), frame.control().height());
            try (SampleInput in = new SampleInput(content, frame.data(), 4)) {
                image(header, in, "fdAT", session);
            }
        }
    }

    private void image(PngHeader header, SampleInput in, String type, Session session) {
        try (SampleOutput samples = new SampleOutput(out, type, header)) {
            ImageCopy.copy(picture, header, in, samples::write, session);
            samples.finish();
        }
    }

    void end() {
        out.chunk("IEND", new byte[0]);
    }
}
