package jp.kiyome.bridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kiyome.bridge.icap.IcapAddress;
import jp.kiyome.bridge.wire.Address;

/** Debian's c-icap, with the echo service and a virus scan by a clamd. */
public final class RealIcap implements AutoCloseable {

    private static final Path MODULES = Path.of("/usr/lib/x86_64-linux-gnu/c_icap");

    private final RealServer server;
    private final int port;

    private RealIcap(RealServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static boolean isInstalled() {
        return RealServer.has("c-icap");
    }

    public static boolean canScan() {
        return Files.exists(MODULES.resolve("virus_scan.so")) && Files.exists(MODULES.resolve("clamd_mod.so"));
    }

    /**
     * Starts c-icap.
     *
     * @param clamd asked by the service {@code virus_scan}; without the module there is only {@code echo}
     */
    public static RealIcap start(Path directory, Address clamd) {
        int port = RealServer.freePort();
        Address.Tcp tcp = (Address.Tcp) clamd;
        String scan = canScan() ? """
                Service antivirus_module virus_scan.so
                virus_scan.ScanFileTypes TEXT DATA EXECUTABLE ARCHIVE
                virus_scan.MaxObjectSize 4M
                virus_scan.SendPercentData 0
                virus_scan.Allow204Responces on
                Module common clamd_mod.so
                clamd_mod.ClamdHost %s
                clamd_mod.ClamdPort %d
                """.formatted(tcp.host(), tcp.port()) : "";
        String conf = """
                PidFile %1$s/pid
                CommandsSocket %1$s/ctl
                Port 127.0.0.1:%2$d
                User root
                Group root
                StartServers 1
                MaxServers 2
                ThreadsPerChild 8
                MaxRequestsPerChild 0
                KeepAliveTimeout 5
                TmpDir %1$s
                ModulesDir %3$s
                ServicesDir %3$s
                TemplateDir /usr/share/c_icap/templates/
                TemplateDefaultLanguage en
                LoadMagicFile /etc/c-icap/c-icap.magic
                ServerLog %1$s/server.log
                AccessLog %1$s/access.log
                Service echo srv_echo.so
                %4$s
                """.formatted(directory, port, MODULES, scan);
        try {
            Path file = directory.resolve("c-icap.conf");
            Files.writeString(file, conf);
            return new RealIcap(
                    RealServer.start(directory, port, List.of("c-icap", "-N", "-D", "-d", "1", "-f", file.toString())),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write c-icap.conf", e);
        }
    }

    public IcapAddress service(String name) {
        return new IcapAddress(new Address.Tcp("127.0.0.1", port), name);
    }

    @Override
    public void close() {
        server.close();
    }
}
