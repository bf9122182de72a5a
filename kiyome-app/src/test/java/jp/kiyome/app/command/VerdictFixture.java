package jp.kiyome.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;

/** Policies that ask sources which need no other program: lists of hashes, and a clamd that is not there. */
abstract class VerdictFixture extends CommandLineTest {

    static String sha256(String text) {
        return Digest.of(HeapContent.of(text.getBytes(StandardCharsets.UTF_8))).sha256();
    }

    /** A policy with a list that blocks a text and one that vouches for another. */
    Path lists(String blocked, String allowed, String more) {
        Path block = file("block.sha256", sha256(blocked) + " Known.Bad\n");
        Path allow = file("allow.sha256", sha256(allowed) + "\n");
        return file(
                "lists.yaml",
                "version: 1\nverdicts:\n  sources:\n    lists: {kind: hash-list, block: " + block + ", allow: " + allow
                        + "}\n" + more);
    }

    /** A policy with a clamd where nobody listens. */
    Path clamdAway(String more) {
        return file(
                "away.yaml",
                "version: 1\nverdicts:\n  sources:\n    clamav: {kind: clamd, address: 'tcp:127.0.0.1:" + freePort()
                        + "'}\n" + more);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
