package jp.kiyome.bridge.clamd;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import jp.kiyome.bridge.wire.Address;

/** What an administrator does to a running clamd. */
final class ClamdCommands {

    private ClamdCommands() {}

    static void reload(Address address) throws IOException {
        Address.Tcp tcp = (Address.Tcp) address;
        try (Socket socket = new Socket(tcp.host(), tcp.port())) {
            socket.getOutputStream().write("zRELOAD\0".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
