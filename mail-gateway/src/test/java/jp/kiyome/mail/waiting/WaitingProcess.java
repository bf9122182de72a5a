package jp.kiyome.mail.waiting;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** A gateway in a process of its own, to be killed. */
final class WaitingProcess {

    private WaitingProcess() {}

    /** Folder, port of the next hop, sandbox, and how far it goes: {@code wait}, {@code settle} or {@code all}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (WaitingHouse house = new WaitingHouse(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                URI.create(arguments[2]),
                WaitingHouse.Said.usual(),
                InstantSource.system())) {
            out.println("port " + house.port());
            if (arguments[3].equals("all")) {
                house.watching();
            }
            while (!arguments[3].equals("settle") || house.settle() == 0) {
                Thread.sleep(20);
            }
            out.println("settled");
            Thread.sleep(600_000);
        }
    }
}
