package jp.kiyome.testcorpus.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's amavisd-new, which asks a clamd and looks for nothing else. */
public final class Amavis {

    private static final String PROGRAM = "/usr/sbin/amavisd";

    private Amavis() {}

    public static boolean isPossible() {
        return Daemon.isInstalled(PROGRAM) && "root".equals(System.getProperty("user.name"));
    }

    /**
     * Starts it.
     *
     * @param clamd the socket of a clamd
     * @param servers how many mails at a time
     * @param behind where it sends mail
     */
    public static Daemon begin(Path folder, Path clamd, int servers, int behind) {
        int port = Daemon.freePort();
        try {
            Daemon.readable(folder);
            for (String inner : List.of("home", "tmp", "var", "quarantine")) {
                Daemon.readable(folder.resolve(inner));
            }
            Daemon.run(folder.resolve("chown.out"), "chown", "-R", "amavis:amavis", folder.toString());
            // It takes no settings from a folder that its own user can write to.
            Path settings = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-settings"));
            Daemon.readable(settings);
            Path conf = Files.writeString(
                    settings.resolve("amavisd.conf"), """
                    use strict;
                    $max_servers = %3$d;
                    $daemon_user = 'amavis'; $daemon_group = 'amavis';
                    $myhostname = 'amavis.example.invalid'; $mydomain = 'example.invalid';
                    $MYHOME = '%1$s/home'; $TEMPBASE = '%1$s/tmp'; $QUARANTINEDIR = '%1$s/quarantine';
                    $db_home = '%1$s/var'; $helpers_home = '%1$s/var';
                    $pid_file = '%1$s/home/pid'; $lock_file = '%1$s/home/lock';
                    $log_level = 0; $do_syslog = 0; $LOGFILE = '%1$s/home/log';
                    $enable_db = 0; $enable_dkim_verification = 0; $enable_dkim_signing = 0;
                    @local_domains_maps = (['.']);
                    $inet_socket_bind = '127.0.0.1'; $inet_socket_port = %2$d;
                    @inet_acl = qw(127.0.0.1);
                    $forward_method = 'smtp:[127.0.0.1]:%4$d'; $notify_method = $forward_method;
                    @bypass_spam_checks_maps = (1);
                    $final_virus_destiny = D_DISCARD; $final_banned_destiny = D_PASS; $final_bad_header_destiny = D_PASS;
                    $virus_admin = undef;
                    @av_scanners = (['ClamAV', \\&ask_daemon, ["CONTSCAN {}\\n", '%5$s'], qr/\\bOK$/m, qr/\\bFOUND$/m,
                      qr/^.*?: (?!Infected Archive)(.*) FOUND$/m]);
                    @av_scanners_backup = ();
                    1;
                    """.formatted(folder, port, servers, behind, clamd));
            return Daemon.begin(
                    port, folder.resolve("amavis.out"), List.of(PROGRAM, "-c", conf.toString(), "foreground"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write amavisd.conf", e);
        }
    }
}
