package jp.kiyome.testcorpus.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Debian's clamd with one signature, of EICAR's test file. */
public final class Clamd {

    private Clamd() {}

    /** The test file that every scanner knows and that does nothing; in two pieces, so that no scanner finds this file. */
    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static boolean isInstalled() {
        return Daemon.isInstalled("clamd");
    }

    /** Starts it; its socket is {@link #socket}. */
    public static Daemon begin(Path folder) {
        try {
            Path database = Files.createDirectories(Daemon.readable(folder).resolve("db"));
            byte[] eicar = eicar();
            String md5 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(eicar));
            Files.writeString(database.resolve("own.hdb"), md5 + ":" + eicar.length + ":Kiyome.Test.EICAR\n");
            int port = Daemon.freePort();
            Path conf = Files.writeString(
                    folder.resolve("clamd.conf"), """
                    Foreground yes
                    TCPAddr 127.0.0.1
                    TCPSocket %d
                    LocalSocket %s
                    LocalSocketMode 666
                    DatabaseDirectory %s
                    TemporaryDirectory %s
                    AlertExceedsMax yes
                    AlertEncryptedArchive yes
                    """.formatted(port, socket(folder), database, folder));
            return Daemon.begin(port, folder.resolve("clamd.log"), List.of("clamd", "-c", conf.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write clamd.conf", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    public static Path socket(Path folder) {
        return folder.resolve("s");
    }
}
