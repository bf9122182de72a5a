package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.RasterRebuilder;

/**
 * Rebuilds JPEG files in the coefficient domain (ITU-T T.81): every quantised DCT coefficient of the picture comes out as it went in,
 * entropy-coded anew between markers of our own. So nothing is lost to the eye, nothing that hides in the file's structure is kept, and
 * a second pass gives the same bytes.
 *
 * <p>Stateless; may be shared. Throws a {@link jp.kiyome.core.finding.Refusal} for what is damaged or not supported; then what
 * was written so far is worthless.
 */
public final class JpegRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("jpeg", "image/jpeg", "jpg", "jpeg", "jpe", "jfif");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        write(content, new JpegReader(content, session).read(), out, session);
    }

    /** @param picture what was read of {@code content}, with the scans where they lie in it */
    static void write(Content content, JpegPicture picture, Sink out, Session session) {
        if (SequentialTranscoder.serves(picture)) {
            new SequentialTranscoder(content, picture).transcode(out, session);
        } else {
            Coefficients coefficients = CoefficientReader.read(content, picture, session);
            new CoefficientWriter(picture, coefficients, out, session.budget()).write();
        }
    }
}
