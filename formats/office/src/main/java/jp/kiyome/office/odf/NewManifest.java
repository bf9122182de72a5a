package jp.kiyome.office.odf;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The manifest of the output (OpenDocument 1.3 part 2 §4): only names and types that this package made. */
final class NewManifest {

    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private static final Set<String> VERSIONS = Set.of("1.2", "1.3", "1.4");

    private final StringBuilder text = new StringBuilder(1024);

    /** @param version as the input states it; one that is not known is left out, as before OpenDocument 1.2 */
    NewManifest(String version) {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"")
                .append(NAMESPACE)
                .append('"');
        attribute("version", VERSIONS.contains(version) ? version : "");
        text.append(">\n");
    }

    void add(String path, String mediaType, String version) {
        add(path, mediaType, version, "/");
    }

    /** @param end what stands before the last angle bracket: how the file is locked, or a slash */
    void add(String path, String mediaType, String version, String end) {
        text.append(" <manifest:file-entry");
        attribute("full-path", path);
        attribute("version", version);
        text.append(" manifest:media-type=\"")
                .append(mediaType)
                .append('"')
                .append(end)
                .append(">\n");
    }

    byte[] bytes() {
        return (text + "</manifest:manifest>\n").getBytes(StandardCharsets.UTF_8);
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            text.append(" manifest:").append(name).append("=\"").append(value).append('"');
        }
    }
}
