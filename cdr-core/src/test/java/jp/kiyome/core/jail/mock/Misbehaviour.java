package jp.kiyome.core.jail.mock;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.jail.wire.Claim;
import jp.kiyome.core.jail.wire.Frames;
import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.spi.Session;

/** What a file that has taken a parser over, or found an error in it, could make it do. */
enum Misbehaviour {
    /** Does nothing, for ever, and looks at no clock. */
    SLEEP,
    SPIN,
    /** Works for ever, but looks at the clock. */
    DAWDLE,
    HEAP,
    DIRECT,
    THREADS,
    THROW,
    DEEP,
    EXIT,
    CRASH,
    FLOOD,
    LIE_LENGTH,
    SOCKET,
    LISTEN,
    CHANNEL,
    PASSWD,
    PROCESS,
    FORK_BOMB,
    WRITE_OUTSIDE,
    ENVIRONMENT,
    ANSWER_OTHER,
    ANSWER_TWICE,
    CLAIM_TYPE,
    CLAIM_CODE,
    CLAIM_BUDGET,
    LINGER,
    DISK;

    static Misbehaviour of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Thrown where something succeeded that the jail forbids. */
    static final class Breach extends Error {
        private static final long serialVersionUID = 1L;

        Breach(String what) {
            super("BREACH " + what);
        }
    }

    @SuppressWarnings({"restricted", "SystemExitOutsideMain"})
    void act(Session session) {
        try {
            switch (this) {
                case SLEEP -> Thread.sleep(Long.MAX_VALUE);
                case SPIN -> {
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
                case DAWDLE -> {
                    while (true) {
                        session.budget().checkTime();
                    }
                }
                case HEAP -> fill(() -> new byte[64 << 20]);
                case DIRECT -> fill(() -> ByteBuffer.allocateDirect(16 << 20));
                case THREADS -> fill(Misbehaviour::sleeper);
                case THROW -> throw new NoClassDefFoundError("a mock");
                case DEEP -> dig(0);
                case EXIT -> System.exit(0);
                case CRASH -> MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
                case FLOOD -> flood();
                case LIE_LENGTH -> pipe().write(new byte[] {'K', 'Y', 1, 0x12, 0x7F, -1, -1, -1, 0});
                case SOCKET -> new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 80).close();
                case LISTEN -> new ServerSocket(0).close();
                case CHANNEL -> SocketChannel.open().close();
                case PASSWD -> read(Path.of("/etc/passwd"));
                case PROCESS -> new ProcessBuilder("/bin/true").start().waitFor();
                case FORK_BOMB -> fork();
                case WRITE_OUTSIDE -> writeOutside();
                case ENVIRONMENT -> environment();
                case ANSWER_OTHER -> say(new Answer.Verified(1, Optional.empty()));
                case ANSWER_TWICE -> lateAnswer();
                case CLAIM_TYPE -> claim("never-heard-of", Spent.nothing());
                case CLAIM_CODE -> claim("mock", Spent.nothing());
                case CLAIM_BUDGET -> claim("", new Spent(Long.MAX_VALUE, 0, 0));
                case LINGER -> sleeper();
                case DISK -> disk();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e.toString(), e);
        }
        if (compareTo(SOCKET) >= 0 && compareTo(ENVIRONMENT) <= 0) {
            throw new Breach(name());
        }
    }

    private interface Allocation {
        Object make();
    }

    private static void fill(Allocation allocation) {
        List<Object> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(allocation.make());
        }
    }

    private static Thread sleeper() {
        return Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int dig(int depth) {
        return dig(depth + 1) + 1;
    }

    private static OutputStream pipe() {
        return new FileOutputStream(FileDescriptor.out);
    }

    private static void flood() throws IOException {
        byte[] noise = new byte[1 << 16];
        while (true) {
            pipe().write(noise);
        }
    }

    private static void say(Answer answer) throws IOException {
        new Frames(InputStream.nullInputStream(), pipe()).send(answer);
    }

    private static void lateAnswer() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(300);
                say(new Answer.Verified(1, Optional.empty()));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** An answer to the first question a worker is asked. */
    private static void claim(String type, Spent spent) throws IOException {
        Digest digest = new Digest(0, "");
        Untrusted name = Untrusted.of("a.mock");
        for (long id = 1; id < 200; id++) {
            Claim claim = new Claim(
                    name,
                    name,
                    type,
                    "",
                    digest,
                    Optional.empty(),
                    Verdict.FAILED,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    1);
            say(new Answer.Done(id, claim, spent, Optional.empty(), false));
        }
    }

    private static void read(Path file) throws IOException {
        if (Files.readAllBytes(file).length == 0) {
            throw new IOException("empty");
        }
    }

    private static void fork() throws IOException {
        for (int i = 0; i < 20; i++) {
            new ProcessBuilder("/bin/sleep", "1000").start();
        }
    }

    private static void writeOutside() throws IOException {
        int written = 0;
        for (String place : List.of("/var/tmp/kiyome-breach", "/kiyome-breach", "/work/kiyome-breach", "/usr/breach")) {
            try {
                Files.writeString(Path.of(place), "breach");
                written++;
            } catch (IOException refused) {
                written += 0;
            }
        }
        throw new IOException("tried 4 places and wrote to " + written);
    }

    private static void environment() throws IOException {
        if (System.getenv().keySet().stream().allMatch(List.of("LC_ALL", "MALLOC_ARENA_MAX", "PWD")::contains)) {
            throw new IOException("nothing to see");
        }
    }

    private static void disk() throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(Files.createTempFile("fill", ""))) {
            while (true) {
                out.write(block);
            }
        }
    }
}
