package jp.kiyome.office.odf;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;

/**
 * The documents of a package: the main one, and those in folders that a carried object leads to (OpenDocument 1.3 part 2 §3.2). Each is
 * carried once, in the order in which it was named first. Not thread-safe.
 */
final class Documents {

    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4");

    /**
     * A document of the package.
     *
     * @param from its folder in the input, empty or ending with a slash
     * @param to its folder in the output
     */
    record Inside(String from, String to, String mediaType, String version, int depth) {}

    private final OdfPackage source;
    private final Map<String, Optional<Inside>> known = new HashMap<>();
    private final Queue<Inside> waiting = new ArrayDeque<>();
    private int count;

    Documents(OdfPackage source) {
        this.source = source;
    }

    Inside main(String mediaType) {
        return new Inside("", "", mediaType, version("/"), 1);
    }

    Optional<Inside> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** The document in a folder, to be carried; empty when none of an allowed kind stands there. */
    Optional<Inside> carry(String folder, Inside outer) {
        Optional<Inside> before = known.get(folder);
        if (before != null) {
            return before;
        }
        if (outer.depth() >= source.session().budget().limits().depth()) {
            throw Refusal.of("odf.depth", folder);
        }
        Optional<Inside> document = source.member(folder + "content.xml")
                .flatMap(this::mediaType)
                .filter(OdfType::embeddable)
                .map(type -> new Inside(folder, "Object " + ++count + "/", type, version(folder), outer.depth() + 1));
        known.put(folder, document);
        document.ifPresent(waiting::add);
        return document;
    }

    /** By what stands in the document itself; the manifest tells only what it is thought to be. */
    private Optional<String> mediaType(ZipMember content) {
        try {
            XmlReader reader = OdfRules.list()
                    .reader(WithoutDoctype.of(source.archive().open(content), () -> {}), 64, OdfRules.SILENT);
            boolean body = false;
            for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
                if (event != XmlReader.Event.START) {
                    continue;
                }
                XmlName name = reader.name();
                if (name.is("math:math")) {
                    return Optional.of(OdfType.FORMULA);
                }
                if (body) {
                    String kind = name.local().equals("drawing") ? "graphics" : name.local();
                    return Optional.of("application/vnd.oasis.opendocument." + kind);
                }
                body = name.is("office:body");
            }
            return Optional.empty();
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal broken) {
            return Optional.empty();
        }
    }

    private String version(String path) {
        String stated =
                source.manifest().entry(path).map(Manifest.Entry::version).orElse("");
        return VERSIONS.contains(stated) ? stated : "";
    }
}
