package jp.kiyome.office.odf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementType;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlFilter;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.finding.FindingTally;

/**
 * What a package says that it holds (OpenDocument 1.3 part 2 §4). Read through the allow-list, so that whatever else stands in it is
 * told; what is carried of it are the version and the media types of the documents inside.
 */
final class Manifest {

    /**
     * A file of the package, or a folder that is a document.
     *
     * @param mediaType as stated; may be empty
     * @param version of a document; may be empty
     * @param encryption how the file is locked, if it is
     */
    record Entry(String path, String mediaType, String version, Optional<Encryption> encryption) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private String version = "";

    /** The manifest of a package that has none, as the oldest do. */
    static Manifest none() {
        return new Manifest();
    }

    static Manifest read(InputStream in, Session session) {
        Manifest manifest = new Manifest();
        FindingTally tally = new FindingTally();
        Host host = new Host(manifest, tally);
        int depth = session.budget().limits().xmlDepth();
        try (in) {
            XmlFilter.filter(
                    OdfRules.list(), List.of("manifest:manifest"), host, in, OutputStream.nullOutputStream(), depth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal refusal) {
            throw Refusal.of(
                    "odf.manifest",
                    Location.ofPart(OdfPackage.MANIFEST),
                    refusal.finding().kind().code());
        }
        tally.report(session, Location.ofPart(OdfPackage.MANIFEST));
        return manifest;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    Optional<Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** What {@code manifest:version} says; empty before OpenDocument 1.2. */
    String version() {
        return version;
    }

    boolean encrypted() {
        return entries.values().stream().anyMatch(e -> e.encryption().isPresent());
    }

    private void add(Entry entry) {
        if (entries.put(entry.path(), entry) != null) {
            throw Refusal.of("odf.manifest", Location.ofPart(OdfPackage.MANIFEST), "twice: " + entry.path());
        }
    }

    private static final class Host implements FilterHost {

        private final Manifest manifest;
        private final FindingTally tally;
        private Entry open = new Entry("", "", "", Optional.empty());
        private Encryption.Facts facts = new Encryption.Facts();

        Host(Manifest manifest, FindingTally tally) {
            this.manifest = manifest;
            this.tally = tally;
        }

        @Override
        public void found(String code, Action action, String place, String detail) {
            tally.found(code, action, place, detail);
        }

        @Override
        public String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
            throw new IllegalStateException("no rule " + rule);
        }

        @Override
        public ElementHook hook(ElementType type) {
            return switch (type.key()) {
                case "manifest:manifest" ->
                    (name, attributes) -> {
                        manifest.version = attributes.text("manifest:version");
                        return ElementHook.Fate.keep();
                    };
                case "manifest:file-entry" -> new EntryHook();
                case "manifest:encryption-data",
                        "manifest:algorithm",
                        "manifest:key-derivation",
                        "manifest:start-key-generation" ->
                    (name, attributes) -> {
                        facts.take(name.local(), attributes);
                        return ElementHook.Fate.keep();
                    };
                default -> ElementHook.none();
            };
        }

        private final class EntryHook implements ElementHook {

            @Override
            public Fate start(XmlName name, Attributes attributes) {
                facts = new Encryption.Facts();
                String size = attributes.text("manifest:size");
                facts.size(size);
                open = new Entry(
                        attributes.text("manifest:full-path"),
                        attributes.text("manifest:media-type"),
                        attributes.text("manifest:version"),
                        Optional.empty());
                return Fate.keep();
            }

            @Override
            public void end(XmlName name) {
                manifest.add(new Entry(open.path(), open.mediaType(), open.version(), facts.encryption()));
            }
        }
    }
}
