package jp.kiyome.core.jail.mock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/**
 * A mock starts with {@code MOCK}; each further line is copied, or does what it says: {@code evil …} is dropped with a
 * finding, {@code nested …} is a file inside, {@code ! word} is a {@link Misbehaviour} while it is rebuilt, {@code ? word} one
 * while the output is verified.
 */
public final class MockHandler implements Handler {

    static final FileType MOCK = FileType.of("mock", "text/x-mock", "mock");

    @Override
    public List<FileType> types() {
        return List.of(MOCK);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return content.size() >= 5 && text(content.slice(0, 5)).equals("MOCK\n") ? Optional.of(MOCK) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        for (String line : text(content).lines().toList()) {
            if (line.startsWith("! ")) {
                Misbehaviour.of(line.substring(2)).act(session);
            } else if (line.startsWith("evil ")) {
                session.found(Finding.of("type.polyglot", Action.REMOVED, Location.ofPart("mock"), line));
            } else {
                if (line.startsWith("nested ")) {
                    byte[] inner = ("MOCK\n" + line.substring(7) + "\n").getBytes(StandardCharsets.UTF_8);
                    Sink scratch = session.scratch();
                    scratch.write(inner, 0, inner.length);
                    session.child("inner.mock", scratch.finish(), Set.of());
                }
                byte[] kept = (line + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(kept, 0, kept.length);
            }
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        for (String line : text(output).lines().toList()) {
            if (line.startsWith("evil ") || line.startsWith("! ")) {
                throw new OutputNotClean(line);
            } else if (line.startsWith("? ")) {
                Misbehaviour.of(line.substring(2)).act(session);
            }
        }
    }

    private static String text(Content content) {
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
