package jp.kiyome.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import jp.kiyome.core.report.Verdict;
import org.junit.jupiter.api.Test;

/** TNEF ([MS-OXTNEF] 2.1) alone and in mail: its files go the whole way, the rest only by the lists. */
class TnefTest {

    private static final String MARKER = "kiyome-hidden-marker";
    private static final byte[] PROGRAM = ("MZ\0\1" + MARKER).getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] RENDERING = new byte[14];

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TnefTest() {
        number(0x223E9F78L, 4);
        number(1, 2);
        attribute(1, 0x9006, 8, new byte[] {0, 0, 1, 0}, 0);
        attribute(1, 0x8004, 1, "Minutes\0".getBytes(StandardCharsets.US_ASCII), 0);
    }

    private void file(String name, byte[] bytes) {
        attribute(2, 0x9002, 6, RENDERING, 0);
        attribute(2, 0x8010, 1, (name + "\0").getBytes(Charset.forName("windows-31j")), 0);
        attribute(2, 0x800F, 6, bytes, 0);
    }

    private void attribute(int level, int id, int type, byte[] data, int wrong) {
        number(level, 1);
        number(id, 2);
        number(type, 2);
        number(data.length, 4);
        out.writeBytes(data);
        int sum = wrong;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        number(sum, 2);
    }

    private void number(long value, int bytes) {
        out.write(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array(),
                0,
                bytes);
    }

    private Rebuilt rebuilt() {
        Rebuilt rebuilt = Rebuilt.of("winmail.dat", out.toByteArray());
        assertThat(rebuilt.report().verdict()).as(rebuilt.codes().toString()).isEqualTo(Verdict.REBUILT);
        assertThat(rebuilt.holds(MARKER)).isFalse();
        Rebuilt again = Rebuilt.of("winmail.dat", rebuilt.bytes());
        assertThat(again.codes()).isEmpty();
        assertThat(again.bytes()).isEqualTo(rebuilt.bytes());
        return rebuilt;
    }

    @Test
    void filesStayUnderTheirNames() {
        file("予定表.txt", "Hello\r\n".getBytes(StandardCharsets.US_ASCII));
        Rebuilt rebuilt = rebuilt();
        assertThat(rebuilt.codes()).isEmpty();
        assertThat(rebuilt.holds("予定表.txt")).isTrue();
        assertThat(rebuilt.holds("Minutes")).isTrue();
    }

    @Test
    void aRefusedFileLeavesANotice() {
        file("a.exe", PROGRAM);
        assertThat(rebuilt().codes()).contains("message.refused-part");
    }

    @Test
    void whatNoListNamesIsGone() {
        attribute(1, 0x8009, 1, (MARKER + "\0").getBytes(StandardCharsets.US_ASCII), 0);
        attribute(2, 0x8011, 6, MARKER.getBytes(StandardCharsets.US_ASCII), 0);
        out.writeBytes(MARKER.getBytes(StandardCharsets.US_ASCII));
        assertThat(rebuilt().codes()).containsExactly("message.tnef-trailing", "message.unknown-stream");
    }

    /** A property list ([MS-OXTNEF] 2.1.3.4): categories, a property that no list names, a flag's words. */
    private byte[] properties() {
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        before.writeBytes(out.toByteArray());
        out.reset();
        number(3, 4);
        textNamed("Keywords");
        number(2, 4);
        sized("至急");
        sized("会計課");
        textNamed("x-secret");
        number(1, 4);
        sized(MARKER);
        number(0x001F, 2);
        number(0x8002, 2);
        set(0x00062008L);
        number(0, 4);
        number(0x8530, 4);
        number(1, 4);
        sized("要返信");
        byte[] list = out.toByteArray();
        out.reset();
        out.writeBytes(before.toByteArray());
        return list;
    }

    private void textNamed(String name) {
        number(0x101F, 2);
        number(0x8000, 2);
        set(0x00020329L);
        number(1, 4);
        sized(name);
    }

    /** A set whose identifier ends as those of Outlook do. */
    private void set(long first) {
        number(first, 4);
        number(0, 4);
        number(0x46000000000000C0L, 8);
    }

    private void sized(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        number(bytes.length, 4);
        out.writeBytes(bytes);
        number(0, -bytes.length & 3);
    }

    @Test
    void categoriesAndFlagsStayAndOtherNamesAreGone() {
        attribute(1, 0x9003, 6, properties(), 0);
        Rebuilt rebuilt = rebuilt();
        assertThat(rebuilt.codes()).containsExactly("message.named-property");
        for (String text : List.of("Keywords", "至急", "会計課", "要返信")) {
            assertThat(rebuilt.holds(text)).as(text).isTrue();
        }
        assertThat(rebuilt.holds("x-secret")).isFalse();
    }

    @Test
    void aWrongSumIsRefused() {
        attribute(1, 0x800C, 1, "text\0".getBytes(StandardCharsets.US_ASCII), 1);
        Rebuilt rebuilt = Rebuilt.of("winmail.dat", out.toByteArray());
        assertThat(rebuilt.codes()).containsExactly("message.tnef-damaged");
    }

    @Test
    void inMailItsFilesAreAttachments() {
        file("a.txt", "Hello\r\n".getBytes(StandardCharsets.US_ASCII));
        file("a.exe", PROGRAM);
        String mail = "From: a@example.invalid\r\nTo: b@example.invalid\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(out.toByteArray()) + "\r\n";
        Rebuilt rebuilt = Rebuilt.of("mail.eml", mail.getBytes(StandardCharsets.US_ASCII));
        assertThat(rebuilt.codes()).contains("message.tnef", "message.refused-part");
        assertThat(rebuilt.holds("filename=\"a.txt\"")).isTrue();
        assertThat(Rebuilt.of("mail.eml", rebuilt.bytes()).bytes()).isEqualTo(rebuilt.bytes());
    }
}
