package jp.kiyome.bridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.kiyome.bridge.probe.ProbeSample;
import jp.kiyome.bridge.wire.Address;

/** Debian's clamd with two signatures of our own: EICAR's test file, and a word. */
public final class RealClamd implements AutoCloseable {

    /** What the second signature looks for; harmless. */
    public static final String OWN_WORD = "kiyome-own-signature-for-tests";

    private final Path directory;
    private final int port;
    private List<String> settings;
    private RealServer server;

    private RealClamd(Path directory, int port, List<String> settings) {
        this.directory = directory;
        this.port = port;
        this.settings = settings;
        this.server = launch();
    }

    public static boolean isInstalled() {
        return RealServer.has("clamd");
    }

    /**
     * Starts clamd.
     *
     * @param settings lines of clamd.conf beside those that make it a server of the test
     */
    public static RealClamd start(Path directory, String... settings) {
        signatures(directory, ProbeSample.eicar().stream());
        return new RealClamd(directory, RealServer.freePort(), List.of(settings));
    }

    /** One that knows nothing of EICAR's test file. */
    public static RealClamd startIgnorant(Path directory, String... settings) {
        signatures(directory, new java.io.ByteArrayInputStream(new byte[] {1}));
        return new RealClamd(directory, RealServer.freePort(), List.of(settings));
    }

    private static void signatures(Path directory, java.io.InputStream known) {
        try {
            byte[] bytes = known.readAllBytes();
            Path database = Files.createDirectories(directory.resolve("db"));
            String md5 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
            Files.writeString(database.resolve("own.hdb"), md5 + ":" + bytes.length + ":Kiyome.Test.EICAR\n");
            String word = HexFormat.of().formatHex(OWN_WORD.getBytes(StandardCharsets.US_ASCII));
            Files.writeString(database.resolve("own.ndb"), "Kiyome.Test.Own:0:*:" + word + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write signatures", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private RealServer launch() {
        StringBuilder conf = new StringBuilder();
        conf.append("Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket ")
                .append(port)
                .append('\n');
        conf.append("LocalSocket ").append(socket()).append('\n');
        conf.append("DatabaseDirectory ").append(directory.resolve("db")).append('\n');
        conf.append("LogFile ").append(directory.resolve("clamd.log")).append("\nLogVerbose yes\n");
        conf.append("TemporaryDirectory ").append(directory).append('\n');
        settings.forEach(line -> conf.append(line).append('\n'));
        try {
            Path file = directory.resolve("clamd.conf");
            Files.writeString(file, conf);
            return RealServer.start(directory, port, List.of("clamd", "-c", file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write clamd.conf", e);
        }
    }

    private Path socket() {
        return directory.resolve("s");
    }

    public Address tcp() {
        return new Address.Tcp("127.0.0.1", port);
    }

    public Address unixSocket() {
        return new Address.UnixSocket(socket());
    }

    public void stop() {
        server.close();
    }

    public void startAgain() {
        server = launch();
    }

    /** As an administrator who has changed clamd.conf. */
    public void startAgain(String... otherSettings) {
        settings = List.of(otherSettings);
        server = launch();
    }

    @Override
    public void close() {
        server.close();
    }
}
