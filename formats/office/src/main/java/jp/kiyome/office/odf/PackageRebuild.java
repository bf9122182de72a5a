package jp.kiyome.office.odf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.xml.XmlFilter;
import jp.kiyome.container.zip.Storage;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.container.zip.ZipOutput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;

/**
 * Rebuilds a package (OpenDocument 1.3 part 2): the media type first and not compressed, then the parts of the document, of the
 * documents inside it, the pictures, and last a manifest of what was written.
 */
final class PackageRebuild {

    private static final Set<String> STORED = Set.of("png", "jpeg", "gif", "webp");

    private final OdfType type;
    private final OdfPackage source;
    private final ZipOutput out;
    private final Pictures.OfPackage pictures;
    private final Documents documents;
    private final List<String> order = new ArrayList<>();
    private final NewManifest manifest;

    PackageRebuild(OdfType type, OdfPackage source, ZipOutput out) {
        this.type = type;
        this.source = source;
        this.out = out;
        this.pictures = new Pictures.OfPackage(source);
        this.documents = new Documents(source);
        this.manifest = new NewManifest(source.manifest().version());
    }

    void run() {
        write("mimetype", Storage.STORED, ascii(type.mimetype()));
        document(documents.main(type.mimetype()));
        for (Optional<Documents.Inside> next = documents.next(); next.isPresent(); next = documents.next()) {
            document(next.get());
        }
        for (Pictures.OfPackage.Placed placed : pictures.placed()) {
            String id = placed.picture().type().id();
            write(
                    placed.name(),
                    STORED.contains(id) ? Storage.STORED : Storage.DEFLATED,
                    placed.picture().content());
            manifest.add(placed.name(), placed.picture().type().mediaType(), "");
        }
        Leftovers.report(source);
        write(OdfPackage.MANIFEST, Storage.DEFLATED, HeapContent.of(manifest.bytes()));
        out.finish(order);
    }

    private void document(Documents.Inside document) {
        manifest.add(document.to().isEmpty() ? "/" : document.to(), document.mediaType(), document.version());
        String path = document.from() + "content.xml";
        ZipMember content =
                source.member(path).orElseThrow(() -> Refusal.of("odf.no-content", Location.ofPart(path), ""));
        part(document, content, "content.xml", OdfType.contentRoots(document.mediaType()));
        part(document, "styles.xml", "office:document-styles");
        part(document, "meta.xml", "office:document-meta");
        part(document, "settings.xml", "office:document-settings");
    }

    private void part(Documents.Inside document, String name, String root) {
        source.member(document.from() + name).ifPresent(member -> part(document, member, name, List.of(root)));
    }

    private void part(Documents.Inside document, ZipMember member, String name, List<String> roots) {
        String to = document.to() + name;
        OdfHost host = new OdfHost(source.session(), new PackagePlace(source, document, pictures, documents));
        int depth = source.session().budget().limits().xmlDepth();
        order.add(to);
        try (OutputStream part = out.member(to, Storage.DEFLATED);
                InputStream in = source.part(member, out.source(member, source.open(member)))) {
            XmlFilter.filter(OdfRules.list(), roots, host, in, part, depth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal refusal) {
            throw refusal.finding().where().equals(Location.wholeFile())
                    ? Refusal.of(
                            refusal.finding().kind().code(),
                            Location.ofPart(member.name()),
                            refusal.finding().detail().toString())
                    : refusal;
        }
        host.report(source.session(), Location.ofPart(member.name()));
        manifest.add(to, "text/xml", "");
    }

    private void write(String name, Storage storage, Content content) {
        order.add(name);
        try (OutputStream member = out.member(name, storage);
                InputStream in = content.stream()) {
            in.transferTo(member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content ascii(String text) {
        return HeapContent.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
