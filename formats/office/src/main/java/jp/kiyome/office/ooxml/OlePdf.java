package jp.kiyome.office.ooxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.container.cfb.WrittenCompound;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;

/**
 * A PDF file as Acrobat puts it into documents: a compound file of Acrobat's class with the PDF as its stream CONTENTS. The PDF goes the
 * whole way and stands alone in a new compound file. Objects of the packager (Ole10Native) are none of these: what they hold is written to
 * disk and opened by a name of their own.
 */
record OlePdf(Session session, String part) {

    /** Of AcroExch.Document, in all its versions. */
    private static final UUID ACROBAT = UUID.fromString("b801ca65-a1fc-11d0-85ad-444553540000");

    private static final String CONTENTS = "CONTENTS";
    private static final Set<String> PDF = Set.of("pdf");

    /** Empty where it is none, cannot be read, or was refused. */
    Optional<Content> rebuilt(Content object) {
        try {
            CompoundFile file = CompoundFile.open(object, session.budget(), session::found);
            Optional<CompoundStream> contents =
                    file.root().classId().equals(ACROBAT) ? file.root().stream(CONTENTS) : Optional.empty();
            return contents.flatMap(stream -> rebuilt(file, stream));
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal unreadable) {
            // The object's picture stands for it, which the walk tells.
            return Optional.empty();
        }
    }

    private Optional<Content> rebuilt(CompoundFile file, CompoundStream stream) {
        if (!(session.child(part, content(file, stream), PDF) instanceof Nested.Clean clean)) {
            return Optional.empty();
        }
        for (CompoundEntry entry : file.root().entries()) {
            if (!entry.name().equals(CONTENTS)) {
                session.found(Finding.of(
                        "structure.ole-entry",
                        Action.REMOVED,
                        Location.ofPart(part).at(entry.name())));
            }
        }
        Sink sink = session.scratch();
        NewEntry pdf = new NewEntry.Stream(CONTENTS, clean.content());
        WrittenCompound.write(new NewEntry.Storage("", ACROBAT, List.of(pdf)), sink);
        return Optional.of(sink.finish());
    }

    private Content content(CompoundFile file, CompoundStream stream) {
        Sink sink = session.scratch();
        try (InputStream in = file.open(stream)) {
            in.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink.finish();
    }
}
