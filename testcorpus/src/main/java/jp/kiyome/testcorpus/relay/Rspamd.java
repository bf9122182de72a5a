package jp.kiyome.testcorpus.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's rspamd with its own rules, without a resolver and without Redis. */
public final class Rspamd {

    private Rspamd() {}

    public static boolean isInstalled() {
        return Daemon.isInstalled("rspamd");
    }

    public static Daemon begin(Path folder) {
        int port = Daemon.freePort();
        try {
            Path conf = Files.writeString(
                    Files.createDirectories(folder).resolve("rspamd.conf"), """
                    .include "$CONFDIR/common.conf"
                    options {
                      pidfile = "%1$s/pid";
                      filters = "chartable,regexp";
                      dns { timeout = 0.1s; retransmits = 1; nameserver = ["127.0.0.1:1"]; }
                      task_timeout = 5s;
                      url_tld = "%1$s/tld.dat";
                    }
                    logging { type = "file"; filename = "%1$s/rspamd-own.log"; level = "warning"; }
                    worker "normal" { bind_socket = "127.0.0.1:%2$d"; count = 1; }
                    """.formatted(folder, port));
            // Debian's ten thousand suffixes take minutes to compile where no fast library of patterns is there.
            Files.writeString(folder.resolve("tld.dat"), "com\njp\ninvalid\n");
            return Daemon.begin(
                    port,
                    folder.resolve("rspamd.log"),
                    List.of(
                            "rspamd",
                            "-f",
                            "--insecure",
                            "-c",
                            conf.toString(),
                            "--var=DBDIR=" + folder,
                            "--var=RUNDIR=" + folder,
                            "--var=LOGDIR=" + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write rspamd.conf", e);
        }
    }
}
