package jp.kiyome.office.ole;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * A compound document, opened: its streams for the handler, and everything beside them told. What its kind does not keep is out of reach.
 * Not thread-safe.
 */
public final class OleDocument {

    private final OleKind kind;
    private final CompoundFile file;
    private final Session session;
    private final DocumentProperties properties;

    private OleDocument(OleKind kind, CompoundFile file, Session session) {
        this.kind = kind;
        this.file = file;
        this.session = session;
        this.properties = new PropertySets(file, session).properties();
    }

    /**
     * Opens a document and tells what of it will not be in an output.
     *
     * @throws Refusal where the compound file is broken
     */
    public static OleDocument open(Content content, OleKind kind, Session session) {
        CompoundFile file = CompoundFile.open(content, session.budget(), session::found);
        OleDocument document = new OleDocument(kind, file, session);
        file.root().entries().forEach(document::tell);
        return document;
    }

    /** Title and language, as far as the policy keeps them. */
    public DocumentProperties properties() {
        return properties;
    }

    /** Whether there is a stream of this name that the kind keeps. */
    public boolean has(String name) {
        return kept(name).isPresent();
    }

    /**
     * The bytes of a stream.
     *
     * @throws Refusal {@code ole.stream-missing} when there is none of this name that the kind keeps
     */
    public Content stream(String name) {
        return copy(kept(name).orElseThrow(() -> Refusal.of("ole.stream-missing", name)));
    }

    /** The bytes of a stream; empty when there is none of this name that the kind keeps. */
    public Optional<Content> optional(String name) {
        return kept(name).map(this::copy);
    }

    private Optional<CompoundStream> kept(String name) {
        return kind.fate(name) instanceof OleKind.Fate.Keep ? file.root().stream(name) : Optional.empty();
    }

    private Content copy(CompoundStream stream) {
        session.budget().decode(stream.size());
        Sink sink = session.scratch();
        try (InputStream in = file.open(stream)) {
            in.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
        return sink.finish();
    }

    private void tell(CompoundEntry entry) {
        if (PropertySets.isOne(entry.name())) {
            return;
        }
        switch (kind.fate(entry.name())) {
            case OleKind.Fate.Keep keep -> {
                if (entry instanceof CompoundStorage) {
                    removed("ole.unknown-entry", entry.name());
                }
            }
            case OleKind.Fate.Write write -> removed("ole.class-name", entry.name());
            case OleKind.Fate.Drop(String code) -> removed(code, entry.name());
        }
    }

    private void removed(String code, String name) {
        session.found(Finding.of(code, Action.REMOVED, Location.ofPart(name)));
    }
}
