package jp.kiyome.pdf.keep;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.picture.Jpx;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/**
 * JPEG 2000 pictures (ISO 32000-2, 7.4.9), decoded and written as Flate data of eight bits. What they hold besides colours becomes a
 * soft mask where the picture says so, else a finding says that it is gone. Not thread-safe.
 */
final class WaveletImages {

    private final Keeper keeper;
    private final ColourSpaces spaces;

    WaveletImages(Keeper keeper, ColourSpaces spaces) {
        this.keeper = keeper;
        this.spaces = spaces;
    }

    void keep(int index, Cos.Dict dict, RawStream stream, byte[] data, Place place) {
        Jpx picture = Jpx.decode(data, keeper.budget())
                .orElseThrow(() -> Malformed.because("a JPEG 2000 picture that cannot be decoded"));
        int inData = Cos.integer(keeper.resolve(stream.dict().get("SMaskInData")), 0);
        int colours = colours(dict, picture, inData != 0);
        if (colours > picture.components() || colours > 4) {
            throw Malformed.because("a JPEG 2000 picture of " + picture.components() + " components");
        }
        Cos.Dict kept = dict;
        if (!dict.has("ColorSpace")) {
            String space = colours == 1 ? "DeviceGray" : colours == 3 ? "DeviceRGB" : "DeviceCMYK";
            kept = kept.with("ColorSpace", Cos.name(space));
        }
        int opacity = picture.opacity() >= colours ? picture.opacity() : colours;
        if (colours < picture.components()) {
            boolean masked = (inData == 1 || inData == 2) && !dict.has("SMask") && opacity < picture.components();
            if (masked) {
                kept = kept.with("SMask", CleanFile.ref(mask(picture, opacity, inData == 2 ? colours : 0)));
            }
            if (!masked || colours + 1 < picture.components()) {
                keeper.told().removed("pdf.picture-channel", place);
            }
        }
        boolean indexed = keeper.clean().resolve(kept.get("ColorSpace")) instanceof Cos.Arr space
                && space.get(0).equals(Cos.name("Indexed"));
        write(index, kept, picture, picture.plane(0, colours, !indexed), colours);
        keeper.told().changed("pdf.jpeg-2000", place);
    }

    /** Where the dictionary names no colour space, the picture's own counts. */
    private int colours(Cos.Dict dict, Jpx picture, boolean masked) {
        if (dict.has("ColorSpace")) {
            int wanted = spaces.components(dict.get("ColorSpace"));
            if (wanted > 0) {
                return wanted;
            }
        }
        if (picture.colours() > 0) {
            return picture.colours();
        }
        int all = picture.components();
        return all == 2 || all == 4 && masked ? all - 1 : all;
    }

    /** 11.6.5.3; {@code premultiplied} is how many colours the picture has where they are mixed with black already, else 0. */
    private int mask(Jpx picture, int component, int premultiplied) {
        Cos.Dict dict = Cos.Dict.EMPTY
                .with("Type", Cos.name("XObject"))
                .with("Subtype", Cos.name("Image"))
                .with("ColorSpace", Cos.name("DeviceGray"));
        if (premultiplied > 0) {
            Cos[] black = new Cos[premultiplied];
            Arrays.fill(black, Cos.num(0));
            dict = dict.with("Matte", Cos.Arr.of(black));
        }
        int index = keeper.clean().add();
        write(index, dict, picture, picture.plane(component, 1, true), 1);
        return index;
    }

    private void write(int index, Cos.Dict dict, Jpx picture, byte[] plain, int colours) {
        Images.Samples samples = new Images.Samples(picture.width(), picture.height(), colours, 8);
        CleanFile.Span span = keeper.store()
                .flate(
                        Optional.empty(),
                        out -> Rows.write(new ByteArrayInputStream(plain), samples, out, colours, () -> {}));
        Cos.Dict kept = dict.with("Width", Cos.num(picture.width()))
                .with("Height", Cos.num(picture.height()))
                .with("BitsPerComponent", Cos.num(8))
                .with("DecodeParms", samples.predicted());
        keeper.clean().set(index, Images.joined(kept, StreamStore.flate()), span);
    }
}
