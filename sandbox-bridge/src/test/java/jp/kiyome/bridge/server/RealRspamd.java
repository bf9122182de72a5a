package jp.kiyome.bridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's rspamd with its own rules, without a resolver and without Redis. */
public final class RealRspamd implements AutoCloseable {

    private final RealServer server;
    private final int port;

    private RealRspamd(RealServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static boolean isInstalled() {
        return RealServer.has("rspamd");
    }

    public static RealRspamd start(Path directory) {
        int port = RealServer.freePort();
        String conf = """
                .include "$CONFDIR/common.conf"
                options {
                  pidfile = "%1$s/pid";
                  filters = "chartable,regexp";
                  dns { timeout = 0.1s; retransmits = 1; nameserver = ["127.0.0.1:1"]; }
                  task_timeout = 5s;
                  url_tld = "%1$s/tld.dat";
                }
                logging { type = "file"; filename = "%1$s/rspamd.log"; level = "warning"; }
                worker "normal" { bind_socket = "127.0.0.1:%2$d"; count = 1; }
                """.formatted(directory, port);
        try {
            Path file = directory.resolve("rspamd.conf");
            Files.writeString(file, conf);
            // Without a fast pattern library rspamd takes minutes to compile Debian's ten thousand suffixes.
            Files.writeString(directory.resolve("tld.dat"), "com\njp\ninvalid\n");
            List<String> command = List.of(
                    "rspamd",
                    "-f",
                    "--insecure",
                    "-c",
                    file.toString(),
                    "--var=DBDIR=" + directory,
                    "--var=RUNDIR=" + directory,
                    "--var=LOGDIR=" + directory);
            return new RealRspamd(RealServer.start(directory, port, command), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write rspamd.conf", e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        server.close();
    }
}
