package jp.kiyome.app.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/**
 * A toy format. A memo starts with {@code MEMO}; lines that start with {@code evil} are dropped; {@code locked}, {@code
 * refuse}, {@code crash}, {@code sleep} and {@code big} do what they say.
 */
final class MemoHandler implements Handler {

    static final FileType MEMO = FileType.of("memo", "text/x-memo", "memo", "mem");

    @Override
    public List<FileType> types() {
        return List.of(MEMO);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(PolicyOption.of("memo.jokes", "keep", "remove"));
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return text(content).startsWith("MEMO") ? Optional.of(MEMO) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        for (String line : text(content).lines().toList()) {
            String word = line.strip();
            if (word.equals("locked") && !session.passwords().contains("himitsu")) {
                throw new PasswordNeeded("memo");
            } else if (word.equals("refuse")) {
                throw Refusal.of("type.not-expected", "a refused memo");
            } else if (word.equals("crash")) {
                throw new IllegalStateException("a crashing memo");
            } else if (word.equals("sleep")) {
                pause();
            } else if (word.startsWith("evil")) {
                session.found(Finding.of("type.polyglot", Action.REMOVED, Location.ofPart("memo"), line));
                continue;
            } else if (word.equals("nested")) {
                session.child("inner.memo", content.slice(0, 4), Set.of());
            } else if (word.equals("big")) {
                byte[] chunk = new byte[1 << 20];
                for (int i = 0; i < 8; i++) {
                    write(out, chunk);
                }
            }
            write(out, (line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        if (text(output.slice(0, Math.min(100, output.size()))).contains("evil")) {
            throw new OutputNotClean("evil");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Sink out, byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    private static String text(Content content) {
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
