package jp.kiyome.image.png;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;

/** iCCP (PNG 11.3.2.3): inflated under a bound, rebuilt from known tags, and replaced by sRGB where it is that. Stateless. */
final class ColourProfile {

    private static final int MAX_NAME = 80;
    private static final String NAME = "ICC";

    private ColourProfile() {}

    static Optional<PngPicture.Small> read(Chunk chunk, Content content, PngHeader header, Session session) {
        byte[] data = chunk.open(content).bytes(chunk.length());
        byte[] profile = inflate(data);
        boolean grey = header.colourType() == PngHeader.GREY || header.colourType() == PngHeader.GREY_ALPHA;
        IccProfile rebuilt = IccProfile.rebuild(
                profile, grey ? IccProfile.Space.GRAY : IccProfile.Space.RGB, session, chunk.place());
        if (rebuilt.srgb()) {
            return Optional.of(new PngPicture.Small("sRGB", Bytes.of(new byte[] {0})));
        }
        return rebuilt.none()
                ? Optional.empty()
                : Optional.of(
                        new PngPicture.Small("iCCP", deflate(rebuilt.bytes().toArray())));
    }

    private static byte[] inflate(byte[] data) {
        int name = 0;
        while (name < data.length && data[name] != 0) {
            name++;
        }
        if (name == 0 || name >= MAX_NAME || name + 2 > data.length || data[name + 1] != 0) {
            return new byte[0];
        }
        byte[] profile = new byte[IccProfile.MAX_BYTES + 1];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(data, name + 2, data.length - name - 2);
            int length = inflater.inflate(profile);
            return inflater.finished() ? Arrays.copyOf(profile, length) : new byte[0];
        } catch (DataFormatException broken) {
            return new byte[0];
        }
    }

    private static Bytes deflate(byte[] profile) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(profile);
            deflater.finish();
            byte[] buffer = new byte[profile.length + 1024];
            int length = deflater.deflate(buffer);
            return Bytes.of(new ByteWriter()
                    .ascii(NAME)
                    .u8(0)
                    .u8(0)
                    .bytes(Arrays.copyOf(buffer, length))
                    .toByteArray());
        }
    }
}
