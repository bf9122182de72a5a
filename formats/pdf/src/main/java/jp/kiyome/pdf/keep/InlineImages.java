package jp.kiyome.pdf.keep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.pdf.content.InlinePictures;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.filter.Decoders;
import jp.kiyome.pdf.picture.FaxInput;
import jp.kiyome.pdf.picture.Group4Writer;

/** Inline pictures (ISO 32000-2, 8.9.7), decoded and encoded again like others. */
final class InlineImages implements InlinePictures {

    /** Table 91, with the names in full. */
    private static final Set<String> KEYS = Set.of(
            "BitsPerComponent",
            "ColorSpace",
            "Decode",
            "DecodeParms",
            "Filter",
            "Height",
            "ImageMask",
            "Interpolate",
            "Length",
            "Width");

    private final Keeper keeper;
    private final Images images;
    private final ColourSpaces spaces;
    private final Cos resources;
    private final Place place;

    /** Takes {@code resources}: clean ones, where a colour space may be named */
    InlineImages(Keeper keeper, Images images, ColourSpaces spaces, Cos resources, Place place) {
        this.keeper = keeper;
        this.images = images;
        this.spaces = spaces;
        this.resources = resources;
        this.place = place;
    }

    @Override
    public long plainLength(Cos.Dict dict) {
        return Attempt.at(() -> Optional.of(images.samples(clean(dict, true))))
                .map(samples -> samples.rowBytes() * samples.height())
                .orElse(-1L);
    }

    @Override
    public Optional<Picture> rebuild(Picture picture) {
        return Attempt.at(() -> rebuilt(picture));
    }

    private Optional<Picture> rebuilt(Picture picture) {
        picture.dict().entries().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> keeper.told().removed("pdf.unlisted-entry", place.at(key)));
        Decoders.Decoded decoded =
                keeper.objects().decoders().open(new ByteArrayInputStream(picture.data()), picture.dict());
        String filter = decoded.image().orElse("");
        if (filter.equals("DCTDecode")) {
            Optional<Content> clean = images.jpegFile(decoded.in(), place);
            Cos.Dict dict = clean(picture.dict(), false).with("Filter", Cos.name("DCTDecode"));
            return clean.map(file -> new Picture(dict, bytes(file.stream())));
        }
        Cos.Dict measured = clean(picture.dict(), true);
        Cos.Dict dict = clean(picture.dict(), false);
        Images.Samples samples = images.samples(measured);
        keeper.budget().pixels(samples.width(), samples.height());
        if (filter.equals("CCITTFaxDecode")) {
            InputStream rows = FaxInput.of(decoded.in(), decoded.parameters(), samples.height(), images.slack());
            return Optional.of(new Picture(Images.joined(dict, Images.group4(samples)), group4(rows, samples)));
        }
        if (!filter.isEmpty()) {
            return Optional.empty();
        }
        return images.inline(dict, decoded, samples)
                .map(plain -> new Picture(dict.with("Filter", Cos.name("FlateDecode")), deflated(plain)));
    }

    private static byte[] group4(InputStream rows, Images.Samples samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Group4Writer.write(rows, samples.width(), samples.height(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(4);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] bytes(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes {@code measured}: whether a colour space that the resources name is put in, so that samples can be counted */
    private Cos.Dict clean(Cos.Dict dict, boolean measured) {
        Cos.Dict kept = Cos.Dict.EMPTY;
        for (String key : new String[] {"Width", "Height", "BitsPerComponent"}) {
            if (Cos.integer(dict.get(key)).isPresent()) {
                kept = kept.with(key, dict.get(key));
            }
        }
        for (String key : new String[] {"ImageMask", "Interpolate"}) {
            if (dict.get(key) instanceof Cos.Bool) {
                kept = kept.with(key, dict.get(key));
            }
        }
        Optional<Cos> decode = keeper.numbers(dict.get("Decode"), -1);
        if (decode.isPresent()) {
            kept = kept.with("Decode", decode.get());
        }
        Cos named = keeper.clean().resolve(resources) instanceof Cos.Dict all
                        && keeper.clean().resolve(all.get("ColorSpace")) instanceof Cos.Dict known
                        && dict.get("ColorSpace") instanceof Cos.Name name
                ? known.get(name.text())
                : Cos.NULL;
        if (!(named instanceof Cos.Null)) {
            return kept.with("ColorSpace", measured ? named : dict.get("ColorSpace"));
        }
        if (dict.has("ColorSpace")) {
            Optional<Cos> space = spaces.keep(dict.get("ColorSpace"), place);
            if (space.isPresent()) {
                kept = kept.with("ColorSpace", space.get());
            }
        }
        return kept;
    }
}
