package jp.kiyome.testcorpus.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** Members of 7z archives, as another library reads them; none of one that needs a password. */
final class SevenZipMembers {

    private static final int MOST_MEMORY = 1 << 17;
    private static final int MOST_BYTES = 1 << 26;

    private SevenZipMembers() {}

    static boolean looksLikeOne(Layer layer) {
        return layer.startsWith('7', 'z', 0xBC, 0xAF, 0x27, 0x1C);
    }

    static List<Layer> of(Layer layer) {
        List<Layer> members = new ArrayList<>();
        try (SevenZFile file = SevenZFile.builder()
                .setByteArray(layer.bytes())
                .setMaxMemoryLimitKiB(MOST_MEMORY)
                .get()) {
            for (SevenZArchiveEntry entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
                if (entry.hasStream() && entry.getSize() <= MOST_BYTES) {
                    members.add(new Layer(layer.path() + "/" + entry.getName(), bytes(file)));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // Locked or broken: what was read so far is looked at, the rest cannot be.
            return members;
        }
        return members;
    }

    /** One behind the other: to ask for a member by itself unpacks all before it again. */
    private static byte[] bytes(SevenZFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }
}
