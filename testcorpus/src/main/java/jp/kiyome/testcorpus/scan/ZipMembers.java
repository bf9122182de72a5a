package jp.kiyome.testcorpus.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The members of an archive, as its local headers have them. */
final class ZipMembers {

    private static final int MEMBER = 256 << 20;

    private ZipMembers() {}

    /** As many as can be read: a hostile input may end in the middle. */
    static List<Layer> of(Layer archive) {
        List<Layer> members = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readNBytes(MEMBER);
                members.add(new Layer(archive.path() + "/" + entry.getName(), bytes));
                if (entry.getExtra() != null) {
                    members.add(new Layer(archive.path() + "/" + entry.getName() + "/extra", entry.getExtra()));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            members.add(new Layer(archive.path() + "/unreadable", new byte[0]));
        }
        return members;
    }
}
