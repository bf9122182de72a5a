package jp.kiyome.image.vector;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;

/** The frame of an EMF file: its picture's edges in hundredths of a millimetre ([MS-EMF] 2.2.9). Stateless. */
final class EmfHeader {

    private static final int RECORD_HEADER = 1;
    private static final int SIGNATURE = 0x464D4520;

    private EmfHeader() {}

    static Optional<VectorSize> size(Content content) {
        ByteReader in = new ByteReader(content);
        if (in.remaining() < 88 || in.i32le() != RECORD_HEADER) {
            return Optional.empty();
        }
        in.seek(24);
        long left = in.i32le();
        long top = in.i32le();
        long right = in.i32le();
        long bottom = in.i32le();
        if (in.i32le() != SIGNATURE) {
            return Optional.empty();
        }
        return VectorSize.ofMicrometres((right - left) * 10.0, (bottom - top) * 10.0);
    }
}
