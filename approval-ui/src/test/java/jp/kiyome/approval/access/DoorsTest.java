package jp.kiyome.approval.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.server.Listening;
import jp.kiyome.approval.server.WebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the table of access at each of two doors: what is at the other is not there. */
class DoorsTest {

    @TempDir
    static Path folder;

    static Site site;
    static WebServer server;
    static Person everything;
    static final Map<Side, Browser> BROWSERS = new EnumMap<>(Side.class);

    @BeforeAll
    static void open() throws Exception {
        site = Site.in(folder);
        server = site.serve(usual -> usual.withDoors(
                List.of(door(Side.INTERNET), door(Side.LGWAN)), new Sides(Served.LGWAN, Served.INTERNET)));
        everything = site.person(Site.CITY, "everything", Role.values());
        BROWSERS.clear();
        for (Side side : List.of(Side.INTERNET, Side.LGWAN)) {
            BROWSERS.put(side, Browser.of(server.port(side), everything));
        }
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static Listening door(Side side) {
        return new Listening(side, "127.0.0.1", 0, Optional.empty());
    }

    private static Browser at(Side side) {
        return Objects.requireNonNull(BROWSERS.get(side));
    }

    /** As the words of the table say, worked out here anew. */
    private static boolean isAt(Side side, AccessRow row) {
        return switch (row.served()) {
            case BOTH -> true;
            case INTERNET, ORIGINALS -> side == Side.INTERNET;
            case LGWAN, APPROVALS -> side == Side.LGWAN;
        };
    }

    @Test
    void aPageOfTheOtherDoorIsNotThere() {
        int refused = 0;
        for (AccessRow row : AccessTable.ours().rows()) {
            for (Side side : BROWSERS.keySet()) {
                if (row.path().equals("/sign-out")
                        || row.who() instanceof Who.At
                        || !row.path().equals(plain(row))) {
                    continue;
                }
                int status = ask(at(side), row);
                assertThat(status == 404)
                        .as(row.method() + " " + row.path() + " at " + side + ": " + status)
                        .isEqualTo(!isAt(side, row));
                refused += status == 404 ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(2);
    }

    private static String plain(AccessRow row) {
        return row.path().replaceAll("\\{[a-z]+}", "");
    }

    private static int ask(Browser browser, AccessRow row) {
        return row.method().equals("GET")
                ? browser.get(row.path()).statusCode()
                : browser.post(row.path()).statusCode();
    }

    /** Where the path names something it must be something that is there, or 404 would say nothing. */
    @Test
    void anItemIsFetchedAtTheLgwanSideAlone() throws Exception {
        String path = "/items/" + site.file(everything, "a.txt", "hello").id();
        assertThat(at(Side.INTERNET).get(path).statusCode()).isEqualTo(200);
        assertThat(at(Side.LGWAN).get(path).statusCode()).isEqualTo(200);
        assertThat(at(Side.INTERNET).get(path + "/cleaned").statusCode()).isEqualTo(404);
        assertThat(at(Side.LGWAN).get(path + "/cleaned").statusCode()).isEqualTo(200);
    }

    /** Not even for somebody who may take files in at the other. */
    @Test
    void noBodyIsReadOfWhatIsNotAtADoor() throws Exception {
        String head = """
                POST /files HTTP/1.1
                Host: x
                Content-Type: multipart/form-data; boundary=b
                Content-Length: 900000

                --b
                """.replace("\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port(Side.LGWAN))) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 404");
        }
    }

    @Test
    void theMenuAndTheFormsOfADoorAreItsOwn() {
        assertThat(at(Side.LGWAN).page("/files").select("input[type=file]")).isEmpty();
        assertThat(at(Side.INTERNET).page("/files").select("input[type=file]")).isNotEmpty();
        assertThat(at(Side.LGWAN).page("/").select("nav a[href=/held]")).isEmpty();
        assertThat(at(Side.INTERNET).page("/").select("nav a[href=/held]")).isNotEmpty();
        assertThat(at(Side.INTERNET).page("/").select("nav a[href=/approvals]")).isEmpty();
    }

    @Test
    void aSessionOfOneDoorIsNothingAtTheOther() {
        Browser browser = Browser.of(server.port(Side.INTERNET), everything);
        assertThat(browser.get("/files").statusCode()).isEqualTo(200);
        Browser moved = browser.at(server.port(Side.LGWAN));
        assertThat(moved.get("/files").statusCode()).isEqualTo(303);
        assertThat(browser.get("/files").statusCode()).isEqualTo(200);
    }

    @Test
    void whatARequestSaysOfItselfMovesItToNoOtherDoor() throws Exception {
        String request = """
                POST http://127.0.0.1:PORT/files HTTP/1.1
                Host: 127.0.0.1:PORT
                X-Forwarded-Port: PORT
                Forwarded: by=internet
                Content-Length: 0

                """.replace("PORT", "" + server.port(Side.INTERNET)).replace("\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port(Side.LGWAN))) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 404");
        }
    }

    @Test
    void thereAreOneDoorOrTwoOfDifferentSides() {
        for (List<Listening> doors : List.of(
                List.<Listening>of(),
                List.of(door(Side.LGWAN)),
                List.of(door(Side.WHOLE), door(Side.LGWAN)),
                List.of(door(Side.LGWAN), door(Side.LGWAN)))) {
            assertThatThrownBy(() -> site.serve(usual -> usual.withDoors(doors, Sides.usual())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
