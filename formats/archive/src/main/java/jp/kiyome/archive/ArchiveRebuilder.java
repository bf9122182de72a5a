package jp.kiyome.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.kiyome.archive.name.NameReading;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Session;

/**
 * Rebuilds an archive of any format: reads its listing, sends every file the whole way, and writes what came back. One
 * member is unpacked at a time, and freed when it is written. Stateless; threads share it.
 */
public final class ArchiveRebuilder {

    /** What becomes of the password of an encrypted archive. */
    static final PolicyOption PASSWORD = PolicyOption.of("archive.password", "keep", "open");

    private final ActingNames acting = ActingNames.load();

    /** The choices of a policy that hold for archives of every format. */
    public List<PolicyOption> options() {
        return List.of(PASSWORD, ActingNames.OPTION);
    }

    /**
     * Takes an archive apart and writes it anew.
     *
     * @throws jp.kiyome.core.finding.PasswordNeeded when it is encrypted, in part or as a whole, and no password fits
     */
    public void rebuild(ArchiveFormat format, Content content, Sink out, Session session) {
        try (ArchiveReader reader = format.open(content, session)) {
            ArchiveFormat written = format.written();
            if (!written.type().equals(format.type())) {
                session.converts(written.type());
                String how = format.type() + " → " + written.type();
                session.found(Finding.of("archive.converted", Action.CHANGED, Location.wholeFile(), how));
            }
            NameReading names = names(reader);
            Style style = style(reader, names, session);
            try (ArchiveWriter writer = written.writer(out, style, session)) {
                new MemberWalk(reader, writer, names, acting, session).run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an output again.
     *
     * @throws jp.kiyome.core.spi.OutputNotClean unless {@link #rebuild} would give the same bytes with nothing found
     */
    public void verify(ArchiveFormat format, Content output, Session session) {
        try (ArchiveReader reader = format.open(output, session)) {
            NameReading names = names(reader);
            Style style = style(reader, names, session);
            try (ArchiveWriter writer = format.comparing(output, reader, style, session)) {
                new MemberWalk(reader, writer, names, acting, session).run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NameReading names(ArchiveReader reader) {
        return NameReading.of(reader.members().stream().map(Member::name).toList());
    }

    private static Style style(ArchiveReader reader, NameReading names, Session session) {
        Optional<String> password = reader.password();
        if (password.isPresent() && session.policy().choice(PASSWORD).equals("open")) {
            session.found(Finding.of("archive.opened", Action.CHANGED, Location.wholeFile()));
            password = Optional.empty();
        } else if (reader.weaklyEncrypted()) {
            session.found(Finding.of("archive.re-encrypted", Action.CHANGED, Location.wholeFile()));
        }
        List<String> texts =
                names.names().stream().map(NameReading.ReadName::text).toList();
        return new Style(names.toWrite(texts), password, reader.variant());
    }
}
