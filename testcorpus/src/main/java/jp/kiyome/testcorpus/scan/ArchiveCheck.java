package jp.kiyome.testcorpus.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Central directory and local headers tell the same, and nothing else is in the archive. */
final class ArchiveCheck implements Check {

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        List<String> central = new ArrayList<>();
        try {
            Path file = Files.createTempFile("scan", ".zip");
            try {
                Files.write(file, archive.bytes());
                central.addAll(directory(file, found));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!central.equals(List.copyOf(opc.members().keySet()))) {
            found.structure(
                    "",
                    "local headers and central directory differ: " + central
                            + opc.members().keySet());
        }
        Set<String> folded = new HashSet<>();
        for (String name : central) {
            if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                found.structure(name, "twice");
            }
            if (!name.matches("[A-Za-z0-9_.\\-/\\[\\]]+") || name.contains("..") || name.startsWith("/")) {
                found.structure(name, "an odd name");
            }
        }
    }

    private static List<String> directory(Path file, Found found) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getComment() != null) {
                found.structure("", "an archive comment");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                names.add(entry.getName());
                if (entry.getComment() != null || entry.getExtra() != null) {
                    found.structure(entry.getName(), "a comment or an extra field");
                }
            }
        } catch (ZipException unreadable) {
            found.structure("", "unreadable: " + unreadable.getMessage());
        }
        return names;
    }
}
