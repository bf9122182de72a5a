package jp.kiyome.testcorpus.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The chunks of a PNG, the image data inflated. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    private PngChunks() {}

    static List<Layer> of(Layer png) {
        List<Layer> chunks = new ArrayList<>();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(png.bytes()).position(Math.min(SIGNATURE, png.bytes().length));
        while (in.remaining() >= FRAME) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                break;
            }
            byte[] type = new byte[4];
            in.get(type);
            byte[] body = new byte[length];
            in.get(body).getInt();
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (name.equals("IDAT")) {
                data.writeBytes(body);
            } else {
                chunks.add(new Layer(png.path() + "/" + name, body));
            }
        }
        chunks.addAll(Streams.of(new Layer(png.path() + "/IDAT", data.toByteArray())));
        return chunks;
    }
}
