package jp.kiyome.testcorpus.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Postfix with folders and ports of its own, configured as docs/mail.md says. */
public final class Postfix implements AutoCloseable {

    private static final String SERVICES = """
            postlog   unix-dgram n  -       n       -       1       postlogd
            pickup    unix  n       -       n       60      1       pickup
            cleanup   unix  n       -       n       -       0       cleanup
            qmgr      unix  n       -       n       300     1       qmgr
            tlsmgr    unix  -       -       n       1000?   1       tlsmgr
            rewrite   unix  -       -       n       -       -       trivial-rewrite
            bounce    unix  -       -       n       -       0       bounce
            defer     unix  -       -       n       -       0       bounce
            trace     unix  -       -       n       -       0       bounce
            verify    unix  -       -       n       -       1       verify
            flush     unix  n       -       n       1000?   0       flush
            proxymap  unix  -       -       n       -       -       proxymap
            smtp      unix  -       -       n       -       -       smtp
            relay     unix  -       -       n       -       -       smtp
            error     unix  -       -       n       -       -       error
            retry     unix  -       -       n       -       -       error
            anvil     unix  -       -       n       -       1       anvil
            scache    unix  -       -       n       -       1       scache
            """;

    private final Path folder;

    private Postfix(Path folder) {
        this.folder = folder;
    }

    /** Whether it is there, and whether this process may start one. */
    public static boolean isPossible() {
        return Daemon.isInstalled("/usr/sbin/postfix") && "root".equals(System.getProperty("user.name"));
    }

    /**
     * Starts it.
     *
     * @param folder that everybody may read
     * @param main what main.cf says beside what makes it one of its own
     * @param master likewise
     * @param port where it listens for mail
     * @param behind where it sends what has been through its filter
     */
    public static Postfix start(Path folder, String main, String master, int port, int behind) {
        Path etc = Daemon.readable(folder.resolve("etc"));
        Path spool = Daemon.readable(folder.resolve("spool"));
        Path data = Daemon.readable(folder.resolve("data"));
        Daemon.run(folder.resolve("chown.out"), "chown", "postfix", data.toString());
        try {
            Files.writeString(
                    etc.resolve("main.cf"),
                    """
                    compatibility_level = 3.6
                    queue_directory = %s
                    data_directory = %s
                    maillog_file = %s/mail.log
                    maillog_file_prefixes = %s
                    myhostname = mx.example.invalid
                    mydestination =
                    inet_interfaces = 127.0.0.1
                    inet_protocols = ipv4
                    mynetworks = 192.0.2.0/24
                    relay_domains = city-a.example
                    relayhost = [127.0.0.1]:%d
                    smtp_host_lookup = native
                    minimal_backoff_time = 5s
                    queue_run_delay = 5s
                    """.formatted(spool, data, folder, folder, behind) + main,
                    StandardCharsets.UTF_8);
            Files.writeString(
                    etc.resolve("master.cf"),
                    SERVICES + "127.0.0.1:" + port + " inet n - n - - smtpd\n" + master,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Postfix postfix = new Postfix(folder);
        postfix.run("start");
        return postfix;
    }

    private void run(String command) {
        Daemon.run(
                folder.resolve(command + ".out"),
                "/usr/sbin/postfix",
                "-c",
                folder.resolve("etc").toString(),
                command);
    }

    /** What it wrote down; empty while there is nothing. */
    public String log() {
        Path log = folder.resolve("mail.log");
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("abort");
    }
}
