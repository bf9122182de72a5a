package jp.kiyome.office.odf;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** The package that is read: its members, its manifest, and the lock on them. Not thread-safe. */
final class OdfPackage {

    static final String MANIFEST = "META-INF/manifest.xml";

    private final ZipArchive archive;
    private final Session session;
    private final Manifest manifest;
    private final Set<String> carried = new HashSet<>();

    OdfPackage(ZipArchive archive, Session session) {
        this.archive = archive;
        this.session = session;
        this.manifest = archive.member(MANIFEST)
                .map(member -> Manifest.read(withoutDoctype(session, member, archive.open(member)), session))
                .orElseGet(Manifest::none);
        carried.add(MANIFEST);
        carried.add("mimetype");
    }

    Session session() {
        return session;
    }

    ZipArchive archive() {
        return archive;
    }

    Manifest manifest() {
        return manifest;
    }

    Optional<ZipMember> member(String name) {
        return archive.member(name).filter(member -> !member.folder());
    }

    /** Opens a member that goes into the output. */
    InputStream open(ZipMember member) {
        carried.add(member.name());
        return archive.open(member);
    }

    /** A part as its reader is to see it. */
    InputStream part(ZipMember member, InputStream in) {
        return withoutDoctype(session, member, in);
    }

    private static InputStream withoutDoctype(Session session, ZipMember member, InputStream in) {
        return WithoutDoctype.of(
                in, () -> session.found(Finding.of("odf.doctype", Action.REMOVED, Location.ofPart(member.name()))));
    }

    /** All bytes of a member that goes into the output. */
    Content content(ZipMember member) {
        Sink sink = session.scratch();
        try (InputStream in = open(member)) {
            in.transferTo(sink);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return sink.finish();
    }

    Set<String> carried() {
        return carried;
    }
}
