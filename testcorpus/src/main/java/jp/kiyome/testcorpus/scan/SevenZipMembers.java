package jp.kiyome.testcorpus.scan;

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
                    byte[] bytes = file.getInputStream(entry).readAllBytes();
                    members.add(new Layer(layer.path() + "/" + entry.getName(), bytes));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // Locked or broken: what was read so far is looked at, the rest cannot be.
            return members;
        }
        return members;
    }
}
