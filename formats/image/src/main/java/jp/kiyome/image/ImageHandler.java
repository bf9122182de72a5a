package jp.kiyome.image;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.bmp.BmpRebuilder;
import jp.kiyome.image.emf.EmfRebuilder;
import jp.kiyome.image.gif.GifRebuilder;
import jp.kiyome.image.gzip.CompressedRebuilder;
import jp.kiyome.image.heif.HeifRebuilder;
import jp.kiyome.image.ico.IconRebuilder;
import jp.kiyome.image.jp2.Jpeg2000Rebuilder;
import jp.kiyome.image.jpeg.JpegRebuilder;
import jp.kiyome.image.pict.PictRebuilder;
import jp.kiyome.image.png.PngRebuilder;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.RasterRebuilder;
import jp.kiyome.image.svg.SvgRebuilder;
import jp.kiyome.image.tiff.TiffRebuilder;
import jp.kiyome.image.webp.WebpRebuilder;
import jp.kiyome.image.wmf.WmfRebuilder;

/**
 * Rebuilds raster pictures: same format, size, colours, transparency, timing, resolution and orientation, and nothing else. What is kept
 * stands in the {@code *.allow} list of each format. Stateless; threads share it.
 */
public final class ImageHandler implements Handler {

    private static final List<RasterRebuilder> REBUILDERS = List.of(
            new JpegRebuilder(),
            new PngRebuilder(),
            new GifRebuilder(),
            new BmpRebuilder(),
            new TiffRebuilder(),
            new WebpRebuilder(),
            IconRebuilder.ofIcons(),
            IconRebuilder.ofCursors(),
            Jpeg2000Rebuilder.ofFiles(),
            Jpeg2000Rebuilder.ofCodestreams(),
            HeifRebuilder.ofHevc(),
            HeifRebuilder.ofAv1(),
            new EmfRebuilder(),
            new WmfRebuilder(),
            new PictRebuilder(),
            new SvgRebuilder(),
            new CompressedRebuilder(Signature.SVGZ, new SvgRebuilder()),
            new CompressedRebuilder(Signature.EMZ, new EmfRebuilder()),
            new CompressedRebuilder(Signature.WMZ, new WmfRebuilder()));

    @Override
    public List<FileType> types() {
        return REBUILDERS.stream().map(RasterRebuilder::type).toList();
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(Noise.OPTION, HeifRebuilder.OPTION);
    }

    @Override
    public List<FileType> unsupported() {
        return Signature.UNSUPPORTED;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Signature.recognize(content);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        rebuilder(type).rebuild(content, out, session);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        rebuilder(type).verify(output, session);
    }

    private static RasterRebuilder rebuilder(FileType type) {
        return REBUILDERS.stream()
                .filter(candidate -> candidate.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a type of this handler: " + type));
    }
}
