package jp.kiyome.container.zip;

import java.io.IOException;
import java.io.InputStream;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Decodes through a stream that somebody else made of the member's bytes. */
final class StreamDecoder implements MemberDecoder {

    private final String name;
    private final InputStream decoded;

    StreamDecoder(String name, InputStream decoded) {
        this.name = name;
        this.decoded = decoded;
    }

    @Override
    public int decode(byte[] target, int offset, int length) {
        try {
            return decoded.read(target, offset, length);
        } catch (IOException | RuntimeException broken) {
            throw refusal(broken);
        }
    }

    /** Such decoders read ahead, so nobody knows; what is left is not carried in any case. */
    @Override
    public long unused() {
        return 0;
    }

    private Refusal refusal(Exception broken) {
        return broken instanceof Refusal refusal
                ? refusal
                : Refusal.of("zip.deflate", Location.ofPart(name), String.valueOf(broken.getMessage()));
    }

    @Override
    public void release() {
        try {
            decoded.close();
        } catch (IOException broken) {
            throw refusal(broken);
        }
    }
}
