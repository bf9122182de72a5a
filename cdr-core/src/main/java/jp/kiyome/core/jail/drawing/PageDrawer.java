package jp.kiyome.core.jail.drawing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.jail.sandbox.Missing;

/**
 * Draws the first pages of documents, each program behind walls and none without them. What comes out is the work of programs that have read
 * what an attacker wrote: it is a picture once it was rebuilt, and not before. Threads share it.
 */
public final class PageDrawer implements AutoCloseable {

    private final DrawingSettings settings;
    private final DrawingJail jail = new DrawingJail();
    private final ThreadPoolExecutor drawers;
    private volatile boolean closed;

    public PageDrawer(DrawingSettings settings) {
        this.settings = settings;
        this.drawers = new ThreadPoolExecutor(
                settings.atATime(),
                settings.atATime(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().daemon().name("drawer of pages ", 0).factory());
    }

    /** Takes a page at a time, in order, on a drawer's thread. */
    public interface Taker {

        /**
         * Takes a page.
         *
         * @param number from 1
         * @param untrusted what a program says is a PNG picture; of a picture that is no document its own bytes. Gone when this returns
         */
        void take(int number, Content untrusted);
    }

    /**
     * A document to be drawn.
     *
     * @param type the id of its type
     * @param workspace of its own: nobody else uses it until the drawing has ended
     */
    public record Document(String type, Content content, Workspace workspace) {}

    /** What stands in the way of documents of a type, as far as that is known without one. */
    public Optional<Drawing> obstacle(String type, long bytes) {
        Optional<DrawingWay> way = DrawingWay.of(type);
        if (way.isEmpty()) {
            return Optional.of(new Drawing.NoWay());
        }
        Set<DrawingProgram> missing = way.get().kind().programs().stream()
                .filter(program -> settings.program(program).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!missing.isEmpty()) {
            return Optional.of(new Drawing.NoProgram(missing));
        }
        return bytes > settings.documentBytes() ? Optional.of(new Drawing.TooLarge()) : Optional.empty();
    }

    /**
     * Draws a document when its turn comes.
     *
     * @return completed when the last page was taken; at once where there is an obstacle, or too many wait
     */
    public CompletableFuture<Drawing> draw(Document document, Taker taker) {
        Optional<Drawing> obstacle =
                obstacle(document.type(), document.content().size());
        if (obstacle.isPresent()) {
            return CompletableFuture.completedFuture(obstacle.get());
        }
        DrawingWay way = DrawingWay.of(document.type()).orElseThrow();
        try {
            return CompletableFuture.supplyAsync(() -> drawn(way, document, taker), drawers);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(new Drawing.Busy());
        }
    }

    private Drawing drawn(DrawingWay way, Document document, Taker taker) {
        if (way.kind() == DrawingWay.Kind.PICTURE) {
            taker.take(1, document.content());
            return new Drawing.Drawn(1, Drawing.End.LAST);
        }
        DrawingJail.Looked looked = jail.look();
        Optional<Missing> missing = looked.missing();
        if (missing.isPresent()) {
            return new Drawing.NoJail(missing.get());
        }
        Run run = new Run(looked.jail().orElseThrow(), System.nanoTime());
        if (way.kind() == DrawingWay.Kind.PDF) {
            return pages(run, document.content(), taker);
        }
        try (Workspace made = document.workspace().beside()) {
            return switch (run.program(office(way), document.content(), made)) {
                case JailedProgram.Run.Wrote(int code, Content pdf)
                when code == 0 && pdf.size() > 0 -> pages(run, pdf, taker);
                case JailedProgram.Run.Wrote _, JailedProgram.Run.TooMuch _ -> new Drawing.Undrawable();
                case JailedProgram.Run.Late _ -> new Drawing.TooLong();
            };
        }
    }

    /** The runs over one document, which have its time together. */
    private final class Run {

        private final JailedProgram jail;
        private final long start;

        Run(JailedProgram jail, long start) {
            this.jail = jail;
            this.start = start;
        }

        JailedProgram.Run program(ProgramRun program, Content input, Workspace workspace) {
            Duration left = settings.time().minusNanos(System.nanoTime() - start);
            if (closed || left.isNegative() || left.isZero()) {
                return new JailedProgram.Run.Late();
            }
            return jail.run(program.spec(settings.time()), input, program.most(), left, workspace);
        }
    }

    private Drawing pages(Run run, Content pdf, Taker taker) {
        Path program = settings.program(DrawingProgram.PDFTOPPM).orElseThrow();
        for (int page = 1; page <= settings.pages(); page++) {
            try (Workspace made = Workspace.inTempDirectory()) {
                ProgramRun one = ProgramRun.page(program, page, settings.longestSide());
                Optional<Drawing> ended = page(run.program(one, pdf, made), page, taker);
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
        }
        return new Drawing.Drawn(settings.pages(), Drawing.End.ENOUGH);
    }

    /** Empty when a page was taken, and there may be more. */
    private static Optional<Drawing> page(JailedProgram.Run ran, int page, Taker taker) {
        int before = page - 1;
        return switch (ran) {
            case JailedProgram.Run.Wrote(int code, Content png)
            when code == 0 && png.size() > 0 -> {
                taker.take(page, png);
                yield Optional.empty();
            }
            case JailedProgram.Run.Wrote(int code, Content _)
            when code == ProgramRun.NO_SUCH_PAGE && before > 0 ->
                Optional.of(new Drawing.Drawn(before, Drawing.End.LAST));
            case JailedProgram.Run.Wrote _, JailedProgram.Run.TooMuch _ ->
                Optional.of(before == 0 ? new Drawing.Undrawable() : new Drawing.Drawn(before, Drawing.End.BROKEN));
            case JailedProgram.Run.Late _ ->
                Optional.of(before == 0 ? new Drawing.TooLong() : new Drawing.Drawn(before, Drawing.End.LATE));
        };
    }

    private ProgramRun office(DrawingWay way) {
        return ProgramRun.office(settings.program(DrawingProgram.SOFFICE).orElseThrow(), way.extension());
    }

    /** Waits for nobody: of what is being drawn no further page is begun, and of what waits none. */
    @Override
    public void close() {
        closed = true;
        drawers.shutdown();
    }
}
