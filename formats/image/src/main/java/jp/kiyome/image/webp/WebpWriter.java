package jp.kiyome.image.webp;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.exif.Exif;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;
import jp.kiyome.image.webp.lossless.LosslessDecoder;
import jp.kiyome.image.webp.lossless.LosslessEncoder;
import jp.kiyome.image.webp.lossy.Vp8Rebuilder;

/** Writes a picture anew (RFC 9649 2.4 to 2.7): the plain form where that is enough, else VP8X with its chunks in one order. Not for sharing. */
final class WebpWriter {

    private static final long MAX_RIFF = 0xFFFF_FFF6L;
    private static final int PADDING = 4;

    private final WebpPicture picture;
    private final Content content;
    private final Session session;

    WebpWriter(WebpPicture picture, Content content, Session session) {
        this.picture = picture;
        this.content = content;
        this.session = session;
    }

    void write(Sink out) {
        Sink body = session.scratch();
        boolean plane =
                picture.frames().stream().anyMatch(frame -> frame.plane().isPresent());
        if (plane
                || picture.animation().isPresent()
                || !picture.orientation().upright()
                || !picture.profile().none()) {
            extended(body);
        } else {
            image(picture.frames().getFirst(), body);
        }
        Content chunks = body.finish();
        if (chunks.size() > MAX_RIFF) {
            throw Refused.tooLarge("WebP of more than four gigabytes");
        }
        put(out, new ByteWriter().ascii("RIFF").u32le(4 + chunks.size()).ascii("WEBP"));
        append(out, chunks);
    }

    private void extended(Sink out) {
        int flags = (picture.profile().none() ? 0 : 0x20)
                | (picture.frames().stream().anyMatch(WebpPicture.Frame::alpha) ? 0x10 : 0)
                | (picture.orientation().upright() ? 0 : 0x08)
                | (picture.animation().isPresent() ? 0x02 : 0);
        ByteWriter canvas = new ByteWriter().u8(flags).u8(0).u16le(0);
        chunk(out, "VP8X", u24(u24(canvas, picture.width() - 1), picture.height() - 1));
        if (!picture.profile().none()) {
            chunk(out, "ICCP", new ByteWriter().bytes(picture.profile().bytes()));
        }
        if (picture.animation().isPresent()) {
            WebpPicture.Animation animation = picture.animation().get();
            chunk(out, "ANIM", new ByteWriter().u32le(animation.background()).u16le(animation.loops()));
            picture.frames().forEach(frame -> animated(frame, out));
        } else {
            image(picture.frames().getFirst(), out);
        }
        if (!picture.orientation().upright()) {
            chunk(out, "EXIF", new ByteWriter().bytes(Exif.write(picture.orientation())));
        }
    }

    private void animated(WebpPicture.Frame frame, Sink out) {
        Sink data = session.scratch();
        ByteWriter head = u24(u24(new ByteWriter(), frame.x() / 2), frame.y() / 2);
        u24(u24(u24(head, frame.width() - 1), frame.height() - 1), frame.duration());
        put(data, head.u8(frame.flags()));
        image(frame, data);
        chunk(out, "ANMF", data.finish());
    }

    private void image(WebpPicture.Frame frame, Sink out) {
        session.budget().checkTime();
        frame.plane().ifPresent(plane -> {
            Sink alpha = session.scratch();
            AlphaPlane.rebuild(content, frame, plane, alpha, session);
            chunk(out, "ALPH", alpha.finish());
        });
        WebpChunk image = frame.image();
        Sink data = session.scratch();
        if (image.name().equals("VP8L")) {
            LosslessDecoder.Decoded decoded = LosslessDecoder.decode(image.open(content), session.budget());
            if (decoded.unused() > PADDING) {
                session.found(Removed.from("image.gap", image.place()));
            }
            disturb(decoded.pixels());
            LosslessEncoder.encode(decoded, data, session.budget());
            chunk(out, "VP8L", data.finish());
        } else {
            Vp8Rebuilder.rebuild(content, image.start(), image.end(), data, session);
            chunk(out, "VP8 ", data.finish());
        }
    }

    private void disturb(int[] pixels) {
        Noise noise = Noise.of(session);
        for (int i = 0; noise.on() && i < pixels.length; i++) {
            int pixel = noise.opacity(pixels[i] >>> 24, 0xFF, 4L * i + 3) << 24;
            for (int channel = 0; channel < 3; channel++) {
                pixel |= noise.value(pixels[i] >> 8 * channel & 0xFF, 4L * i + channel) << 8 * channel;
            }
            pixels[i] = pixel;
        }
        noise.report(session);
    }

    private static ByteWriter u24(ByteWriter bytes, int value) {
        return bytes.u16le(value).u8(value >>> 16);
    }

    private static void chunk(Sink out, String name, ByteWriter data) {
        put(out, new ByteWriter().ascii(name).u32le(data.size()).bytes(data.toByteArray()));
        if (data.size() % 2 != 0) {
            out.write(0);
        }
    }

    private static void chunk(Sink out, String name, Content data) {
        put(out, new ByteWriter().ascii(name).u32le(data.size()));
        append(out, data);
        if (data.size() % 2 != 0) {
            out.write(0);
        }
    }

    private static void append(Sink out, Content data) {
        byte[] buffer = new byte[1 << 13];
        for (long at = 0; at < data.size(); at += buffer.length) {
            int count = (int) Math.min(buffer.length, data.size() - at);
            data.copy(at, buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    private static void put(Sink out, ByteWriter bytes) {
        out.write(bytes.toByteArray(), 0, bytes.size());
    }
}
