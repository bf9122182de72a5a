package jp.kiyome.core.jail.worker;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.jail.seccomp.Confinement;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.jail.wire.Frames;
import jp.kiyome.core.jail.wire.Request;
import jp.kiyome.core.policy.Policy;

/**
 * Does once what a worker does, in one process and without a jail, so that the JVM can write an ahead-of-time cache of it
 * (JEP 514). Arguments: samples to rebuild and verify.
 */
public final class WorkerTraining {

    private static final int PIPE = 1 << 20;

    private final Frames frames;
    private final Path in;
    private final Path out;
    private long id;

    private WorkerTraining(Frames frames, Path in, Path out) {
        this.frames = frames;
        this.in = in;
        this.out = out;
    }

    /** Works through the samples. */
    public static void main(String[] samples) throws IOException {
        Confinement.rehearse();
        Path in = Files.createTempFile("kiyome-", ".in");
        Path out = Files.createTempFile("kiyome-", ".out");
        WorkerFiles files = new WorkerFiles(in, out);
        PipedInputStream requests = new PipedInputStream(PIPE);
        PipedInputStream answers = new PipedInputStream(PIPE);
        Frames theirs = new Frames(requests, new PipedOutputStream(answers));
        try (PipedOutputStream ours = new PipedOutputStream(requests)) {
            Thread.ofPlatform().daemon().start(() -> run(theirs, files));
            new WorkerTraining(new Frames(answers, ours), in, out).ask(samples);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    private static void run(Frames frames, WorkerFiles files) {
        try {
            WorkerMain.run(frames, files, "open");
        } catch (IOException over) {
            return;
        }
    }

    private void ask(String[] samples) throws IOException {
        frames.answer();
        for (String sample : samples) {
            Path file = Path.of(sample);
            Files.write(in, Files.readAllBytes(file));
            frames.send(new Request.Rebuild(
                    ++id,
                    String.valueOf(file.getFileName()),
                    Files.size(file),
                    List.of(),
                    Optional.empty(),
                    false,
                    Set.of(),
                    Policy.defaults()));
            Answer.Done done = (Answer.Done) frames.answer();
            if (done.claim().output().isPresent()) {
                Files.write(in, Files.readAllBytes(out));
                frames.send(new Request.Verify(
                        ++id, done.claim().typeId(), "", Files.size(out), List.of(), Policy.defaults()));
                frames.answer();
            }
        }
    }
}
