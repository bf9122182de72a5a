package jp.kiyome.core.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Serves files that start with {@code SCRIPT}, and does with them what a test wants. */
final class ScriptedHandler implements Handler {

    static final FileType SCRIPT = FileType.of("script", "application/x-script", "scr1", "scr2");
    static final FileType OTHER = FileType.of("other", "application/x-other", "oth");
    static final FileType ANCIENT = FileType.of("ancient", "application/x-ancient", "anc");

    /** What rebuilding or verifying does; may throw anything. */
    @FunctionalInterface
    interface Act {
        void on(Content content, Sink out, Session session) throws Throwable;
    }

    private final Act rebuild;
    private final Act verify;

    ScriptedHandler(Act rebuild, Act verify) {
        this.rebuild = rebuild;
        this.verify = verify;
    }

    static ScriptedHandler thatRebuilds(Act rebuild) {
        return new ScriptedHandler(rebuild, (content, out, session) -> {});
    }

    static ScriptedHandler thatWrites(String output) {
        return thatRebuilds((content, out, session) -> out.write(bytes(output)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Content content(String text) {
        return HeapContent.of(bytes(text));
    }

    static String text(Content content) {
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public List<FileType> types() {
        return List.of(SCRIPT, OTHER);
    }

    @Override
    public List<FileType> unsupported() {
        return List.of(ANCIENT);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(PolicyOption.of("script.comments", "keep", "remove"));
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        String text = text(content);
        if (text.startsWith("SCRIPT")) {
            return Optional.of(SCRIPT);
        }
        if (text.startsWith("OTHER")) {
            return Optional.of(OTHER);
        }
        return text.startsWith("ANCIENT") ? Optional.of(ANCIENT) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        act(rebuild, content, out, session);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        act(verify, output, session.scratch(), session);
    }

    private static void act(Act act, Content content, Sink out, Session session) {
        try {
            act.on(content, out, session);
        } catch (Throwable t) {
            throw ScriptedHandler.<RuntimeException>undeclared(t);
        }
    }

    /** Handlers are not trusted to declare what they throw. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T undeclared(Throwable t) throws T {
        throw (T) t;
    }
}
