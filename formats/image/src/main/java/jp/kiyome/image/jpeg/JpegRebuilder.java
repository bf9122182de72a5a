package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.Noise;
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

    /**
     * Whether the scan can be copied as it is. Where it cannot, for it is cut off or its codes break the rules, it is decoded from its
     * start again, by the rules that libjpeg has for such files; nothing of the first attempt is kept.
     */
    private static boolean sound(SequentialTranscoder transcoder, Session session) {
        try {
            transcoder.count(session);
            return true;
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal damaged) {
            return false;
        }
    }

    /** @param picture what was read of {@code content}, with the scans where they lie in it */
    static void write(Content content, JpegPicture picture, Sink out, Session session) {
        if (SequentialTranscoder.serves(picture)) {
            SequentialTranscoder transcoder = new SequentialTranscoder(content, picture);
            if (sound(transcoder, session)) {
                transcoder.write(out, session);
            } else {
                write(picture, CoefficientReader.readDamaged(content, picture, session), out, session);
            }
        } else {
            write(picture, CoefficientReader.read(content, picture, session), out, session);
        }
    }

    private static void write(JpegPicture picture, Coefficients coefficients, Sink out, Session session) {
        Noise noise = Noise.of(session);
        coefficients.disturb(picture.frame(), noise);
        noise.report(session);
        new CoefficientWriter(picture, coefficients, out, session.budget()).write();
    }
}
