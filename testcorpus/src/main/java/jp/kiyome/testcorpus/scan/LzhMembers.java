package jp.kiyome.testcorpus.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The members of an LHA archive and the parts of their headers, read without any code of the handler's: bit by bit, codes
 * as sorted lists. Of the packings it knows those that outputs have, -lh0- and -lh5-.
 */
final class LzhMembers {

    private static final Charset CP932 = Charset.forName("windows-31j");

    private final byte[] file;
    private final String path;
    private final List<Layer> members = new ArrayList<>();

    private LzhMembers(Layer archive) {
        this.file = archive.bytes();
        this.path = archive.path();
    }

    static boolean looksLikeOne(Layer layer) {
        byte[] bytes = layer.bytes();
        return bytes.length > 24 && bytes[2] == '-' && bytes[3] == 'l' && bytes[6] == '-' && bytes[20] <= 3;
    }

    /** As many as can be read: a hostile input may end in the middle. */
    static List<Layer> of(Layer archive) {
        LzhMembers reading = new LzhMembers(archive);
        try {
            int at = 0;
            while (at < reading.file.length && reading.file[at] != 0) {
                at = reading.member(at);
            }
            reading.members.add(new Layer(
                    archive.path() + "/behind",
                    Arrays.copyOfRange(reading.file, Math.min(at + 1, reading.file.length), reading.file.length)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException unreadable) {
            reading.members.add(new Layer(archive.path() + "/unreadable", new byte[0]));
        }
        return reading.members;
    }

    private int u16(int at) {
        return file[at] & 0xFF | (file[at + 1] & 0xFF) << 8;
    }

    private int u32(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    private int member(int at) {
        int level = file[at + 20];
        int headerEnd = level == 2 ? at + u16(at) : at + (file[at] & 0xFF) + 2;
        String name = level == 2 ? "" : text(at + 22, file[at + 21] & 0xFF);
        int data = headerEnd;
        int part = level == 2 ? at + 24 : headerEnd - 2;
        for (int size = level == 0 ? 0 : u16(part); size > 0; size = u16(part)) {
            int type = file[part + 2] & 0xFF;
            String said = text(part + 3, size - 3);
            members.add(new Layer(path + "/extended-" + type, Arrays.copyOfRange(file, part + 3, part + size)));
            name = type == 1 ? name + said : type == 2 ? said + name : name;
            part += size;
            data = level == 1 ? part + 2 : data;
        }
        int packedEnd = level == 1 ? headerEnd + u32(at + 7) : data + u32(at + 7);
        byte[] packed = Arrays.copyOfRange(file, data, packedEnd);
        members.add(new Layer(path + "/name", name.getBytes(StandardCharsets.UTF_8)));
        byte[] plain = file[at + 5] == '5' ? new SlowLh5(packed).unpack(u32(at + 11)) : packed;
        members.add(new Layer(path + "/" + name, plain));
        return packedEnd;
    }

    private String text(int at, int length) {
        byte[] bytes = Arrays.copyOfRange(file, at, at + length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == (byte) 0xFF ? (byte) '/' : bytes[i];
        }
        return new String(bytes, CP932);
    }
}
