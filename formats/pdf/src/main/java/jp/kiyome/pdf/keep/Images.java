package jp.kiyome.pdf.keep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.filter.Decoders;
import jp.kiyome.pdf.picture.FaxInput;
import jp.kiyome.pdf.picture.Group4Writer;
import jp.kiyome.pdf.picture.Jbig2;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/**
 * Pictures (ISO 32000-2, 8.9): every one is decoded and encoded again; JPEG pictures go the way of JPEG files. One that cannot be read
 * becomes a picture that paints nothing.
 */
final class Images implements Keeper.StreamRule {

    private static final int LARGEST_CODESTREAM = 1 << 27;

    private final Keeper keeper;
    private final ColourSpaces spaces;
    private final WaveletImages wavelets;

    Images(Keeper keeper, ColourSpaces spaces) {
        this.keeper = keeper;
        this.spaces = spaces;
        this.wavelets = new WaveletImages(keeper, spaces);
    }

    /** The sizes that say how samples are to be read. */
    record Samples(int width, int height, int components, int bits) {
        long rowBits() {
            return (long) width * components * bits;
        }

        long rowBytes() {
            return (rowBits() + 7) / 8;
        }

        /** The parameters of a PNG predictor for such rows (7.4.4.3). */
        Cos.Dict predicted() {
            return Cos.Dict.EMPTY
                    .with("Predictor", Cos.num(15))
                    .with("Colors", Cos.num(components))
                    .with("BitsPerComponent", Cos.num(bits))
                    .with("Columns", Cos.num(width));
        }
    }

    @Override
    public void keep(int index, Cos.Dict dict, RawStream stream, Place place) {
        try {
            rebuild(index, dict, stream, place);
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal unreadable) {
            // What is thrown says why this picture cannot be read; the file can be read without it.
            blank(index, place, unreadable.finding().detail().unescaped());
        }
    }

    private void rebuild(int index, Cos.Dict dict, RawStream stream, Place place) {
        Decoders.Decoded decoded = keeper.objects().open(stream);
        String filter = decoded.image().orElse("");
        switch (filter) {
            case "DCTDecode" -> jpeg(index, dict, decoded, place);
            case "JPXDecode" -> wavelets.keep(index, dict, stream, all(decoded.in()), place);
            default -> {
                Samples samples = samples(dict);
                keeper.budget().pixels(samples.width, samples.height);
                switch (filter) {
                    case "CCITTFaxDecode" -> bilevel(index, dict, fax(decoded, samples), samples);
                    case "JBIG2Decode" -> bilevel(index, dict, jbig2(decoded, samples), samples);
                    default -> plain(index, dict, stream, decoded, samples);
                }
            }
        }
    }

    Samples samples(Cos.Dict dict) {
        int width = Cos.integer(dict.get("Width"), 0);
        int height = Cos.integer(dict.get("Height"), 0);
        boolean mask = dict.get("ImageMask") instanceof Cos.Bool bool && bool.value();
        int components = mask ? 1 : spaces.components(dict.get("ColorSpace"));
        int bits = mask ? 1 : Cos.integer(dict.get("BitsPerComponent"), 8);
        boolean known = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
        if (width < 1 || height < 1 || components < 1 || !known) {
            throw Malformed.because(
                    "a picture of " + width + "x" + height + "x" + components + " samples of " + bits + " bits");
        }
        return new Samples(width, height, components, bits);
    }

    private void plain(int index, Cos.Dict dict, RawStream stream, Decoders.Decoded decoded, Samples samples) {
        int pixel = samples.components * samples.bits / 8;
        boolean predict = decoded.predicted() && samples.bits >= 8;
        CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> {
            try (InputStream in = decoded.in()) {
                Rows.write(in, samples, out, predict && !keeper.store().comparing() ? pixel : 0, slack());
            }
        });
        Cos.Dict kept = joined(dict, StreamStore.flate());
        if (predict) {
            kept = kept.with("DecodeParms", samples.predicted());
        }
        keeper.clean().set(index, kept, span);
    }

    private InputStream fax(Decoders.Decoded decoded, Samples samples) {
        return FaxInput.of(decoded.in(), direct(decoded.parameters()), samples.height, slack());
    }

    Runnable slack() {
        return keeper.objects().trouble()::slack;
    }

    private Cos.Dict direct(Cos.Dict dict) {
        Cos.Dict direct = dict;
        for (var entry : dict.entries().entrySet()) {
            direct = direct.with(entry.getKey(), keeper.resolve(entry.getValue()));
        }
        return direct;
    }

    private InputStream jbig2(Decoders.Decoded decoded, Samples samples) {
        byte[] globals = keeper.stream(decoded.parameters().get("JBIG2Globals"))
                .flatMap(Loaded::stream)
                .map(stream -> keeper.objects().bytes(stream, LARGEST_CODESTREAM))
                .orElse(new byte[0]);
        byte[] rows = Jbig2.decode(all(decoded.in()), globals, samples.width, samples.height, keeper.budget())
                .orElseThrow(() -> Malformed.because("a JBIG2 picture that cannot be decoded"));
        return new ByteArrayInputStream(rows);
    }

    private void bilevel(int index, Cos.Dict dict, InputStream rows, Samples samples) {
        if (samples.bits != 1 || samples.components != 1) {
            throw Malformed.because("a fax of more than two colours");
        }
        CleanFile.Span span =
                keeper.store().encoded(out -> Group4Writer.write(rows, samples.width, samples.height, out));
        keeper.clean().set(index, joined(dict, group4(samples)), span);
    }

    static Cos.Dict group4(Samples samples) {
        Cos.Dict parms = Cos.Dict.EMPTY
                .with("K", Cos.num(-1))
                .with("Columns", Cos.num(samples.width))
                .with("Rows", Cos.num(samples.height));
        return Cos.Dict.EMPTY.with("Filter", Cos.name("CCITTFaxDecode")).with("DecodeParms", parms);
    }

    private void jpeg(int index, Cos.Dict dict, Decoders.Decoded decoded, Place place) {
        Optional<Content> clean = jpegFile(decoded.in(), place);
        if (clean.isEmpty()) {
            blank(index, place, "JPEG");
            return;
        }
        Cos.Dict kept = dict.with("Filter", Cos.name("DCTDecode"));
        Cos transform = keeper.resolve(decoded.parameters().get("ColorTransform"));
        if (Cos.integer(transform, -1) == 0 || Cos.integer(transform, -1) == 1) {
            kept = kept.with("DecodeParms", Cos.Dict.EMPTY.with("ColorTransform", transform));
        }
        keeper.clean().set(index, kept, keeper.store().encoded(clean.get()));
    }

    Optional<Content> jpegFile(InputStream in, Place place) {
        Sink sink = keeper.session().scratch();
        try (in) {
            in.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = "picture " + place.object() + ".jpg";
        return keeper.session().child(name, sink.finish(), Set.of("jpeg")) instanceof Nested.Clean clean
                ? Optional.of(clean.content())
                : Optional.empty();
    }

    private byte[] all(InputStream in) {
        try (in) {
            byte[] all = in.readNBytes(LARGEST_CODESTREAM);
            if (in.read() >= 0) {
                throw Malformed.tooMuch("a picture's data of more than " + LARGEST_CODESTREAM + " bytes");
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sample that is not painted (8.9.6.2): of the same place and size on the page, and of nothing else. */
    private void blank(int index, Place place, String why) {
        keeper.told().removed("pdf.picture", place, why);
        Cos.Dict mask = Cos.Dict.EMPTY
                .with("Type", Cos.name("XObject"))
                .with("Subtype", Cos.name("Image"))
                .with("Width", Cos.num(1))
                .with("Height", Cos.num(1))
                .with("BitsPerComponent", Cos.num(1))
                .with("ImageMask", new Cos.Bool(true));
        CleanFile.Span span = keeper.store().flate(Optional.empty(), out -> out.write(0x80));
        keeper.clean().set(index, joined(mask, StreamStore.flate()), span);
    }

    static Cos.Dict joined(Cos.Dict one, Cos.Dict other) {
        Cos.Dict joined = one;
        for (var entry : other.entries().entrySet()) {
            joined = joined.with(entry.getKey(), entry.getValue());
        }
        return joined;
    }

    /** The data of an inline picture, encoded again; its dictionary is complete then. */
    Optional<byte[]> inline(Cos.Dict dict, Decoders.Decoded decoded, Samples samples) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (InputStream in = decoded.in()) {
            Rows.write(in, samples, data, 0, slack());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(data.toByteArray());
    }
}
