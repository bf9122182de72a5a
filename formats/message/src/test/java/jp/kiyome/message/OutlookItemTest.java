package jp.kiyome.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import jp.kiyome.core.report.Verdict;
import org.junit.jupiter.api.Test;

/** Of an Outlook item what the lists name is carried over, and nothing else. */
class OutlookItemTest {

    private static final UUID COMMON = UUID.fromString("00062008-0000-0000-c000-000000000046");
    private static final UUID APPOINTMENT = UUID.fromString("00062002-0000-0000-c000-000000000046");
    private static final UUID CONTACT = UUID.fromString("00062004-0000-0000-c000-000000000046");
    private static final String MARKER = "kiyome-hidden-marker";
    private static final byte[] PROGRAM = ("MZ\0\1" + MARKER).getBytes(StandardCharsets.ISO_8859_1);

    private static RawItem note() {
        return new RawItem(32).text(0x001A, "IPM.Note").text(0x0037, "会議の件").text(0x1000, "お世話になっております。\r\n");
    }

    private static RawItem file(String name, long method) {
        return new RawItem(8).number(0x3705, method).text(0x3707, name);
    }

    private static Rebuilt rebuilt(RawItem item) {
        Rebuilt rebuilt = Rebuilt.of("item.msg", item.file());
        assertThat(rebuilt.report().verdict()).as(rebuilt.codes().toString()).isEqualTo(Verdict.REBUILT);
        assertThat(rebuilt.holds(MARKER)).isFalse();
        Rebuilt again = Rebuilt.of("item.msg", rebuilt.bytes());
        assertThat(again.codes()).isEmpty();
        assertThat(again.bytes()).isEqualTo(rebuilt.bytes());
        return rebuilt;
    }

    @Test
    void subjectAndBodyStay() {
        Rebuilt rebuilt = rebuilt(note());
        assertThat(rebuilt.codes()).isEmpty();
        assertThat(rebuilt.holds("会議の件")).isTrue();
        assertThat(rebuilt.holds("お世話になっております。")).isTrue();
    }

    /** CVE-2023-23397. */
    @Test
    void aReminderLeadsToNoFile() {
        Rebuilt rebuilt = rebuilt(note().named(COMMON, 0x851F, "\\\\" + MARKER + ".example.invalid\\a.wav"));
        assertThat(rebuilt.codes()).containsExactly("message.reminder-file");
    }

    @Test
    void aNamedPropertyOfTheListStays() {
        Rebuilt rebuilt = rebuilt(note().named(APPOINTMENT, 0x8208, "第一会議室"));
        assertThat(rebuilt.codes()).isEmpty();
        assertThat(rebuilt.holds("第一会議室")).isTrue();
    }

    /** What Outlook shows of a message that somebody has to see to, and of one that was answered. */
    @Test
    void flagsAndRemindersStay() {
        RawItem item =
                note().number(0x1090, 2).number(0x1095, 6).number(0x1081, 102).named(COMMON, 0x8530, "要返信");
        Rebuilt rebuilt = rebuilt(item);
        assertThat(rebuilt.codes()).isEmpty();
        assertThat(rebuilt.holds("要返信")).isTrue();
    }

    /** How names are read, without which Japanese contacts are in no order. */
    @Test
    void theReadingsOfNamesStay() {
        RawItem contact = new RawItem(32)
                .text(0x001A, "IPM.Contact")
                .text(0x0037, "山田 太郎")
                .named(CONTACT, 0x802D, "ヤマダ");
        Rebuilt rebuilt = rebuilt(contact);
        assertThat(rebuilt.codes()).isEmpty();
        assertThat(rebuilt.holds("ヤマダ")).isTrue();
    }

    @Test
    void categoriesStay() {
        Rebuilt rebuilt = rebuilt(note().keyed("Keywords", "至急", "会計課"));
        assertThat(rebuilt.codes()).isEmpty();
        assertThat(rebuilt.holds("至急")).isTrue();
        assertThat(rebuilt.holds("会計課")).isTrue();
    }

    @Test
    void otherTextsThatATextNamesAreGone() {
        assertThat(rebuilt(note().keyed("x-secret", MARKER)).codes()).containsExactly("message.named-property");
    }

    @Test
    void whatNoListNamesIsGone() {
        RawItem item = note().text(0x007D, MARKER)
                .bytes(0x0C19, MARKER.getBytes(StandardCharsets.US_ASCII))
                .loose("__substg1.0_6666001F", MARKER);
        assertThat(rebuilt(item).codes()).containsExactly("message.property", "message.unknown-stream");
    }

    @Test
    void whatLeadsElsewhereIsGone() {
        RawItem byReference = file("a.txt", 4).text(0x370D, "\\\\" + MARKER + ".example.invalid\\a.txt");
        RawItem ole = file("b.txt", 6).object(new RawItem(24).text(0x0037, MARKER), 4);
        Rebuilt rebuilt = rebuilt(note().attachment(0, byReference).attachment(1, ole));
        assertThat(rebuilt.codes()).contains("message.attachment-reference", "message.attachment-ole");
    }

    @Test
    void aRefusedFileLeavesANotice() {
        Rebuilt rebuilt = rebuilt(note().attachment(0, file("a.exe", 1).bytes(0x3701, PROGRAM)));
        assertThat(rebuilt.codes()).contains("message.refused-part");
        assertThat(rebuilt.holds("a_exe.txt")).isTrue();
    }

    @Test
    void aMessageInsideGoesTheWholeWay() {
        RawItem inner = new RawItem(24)
                .text(0x001A, "IPM.Note")
                .text(0x0037, "内側")
                .attachment(0, file("a.exe", 1).bytes(0x3701, PROGRAM));
        Rebuilt rebuilt = rebuilt(note().attachment(0, file("x", 5).object(inner, 1)));
        assertThat(rebuilt.holds("内側")).isTrue();
        assertThat(rebuilt.codes()).contains("message.refused-part");
    }

    @Test
    void messagesInsideEndAtTheLimit() {
        RawItem inner = new RawItem(24).text(0x001A, "IPM.Note");
        for (int i = 0; i < 13; i++) {
            inner = new RawItem(24)
                    .text(0x001A, "IPM.Note")
                    .attachment(0, file("x", 5).object(inner, 1));
        }
        Rebuilt rebuilt = Rebuilt.of(
                "item.msg", note().attachment(0, file("x", 5).object(inner, 1)).file());
        assertThat(rebuilt.codes()).contains("limit.depth");
    }

    @Test
    void aFormOfItsOwnIsNotAskedFor() {
        Rebuilt rebuilt =
                rebuilt(new RawItem(32).text(0x001A, "IPM.Note." + MARKER).text(0x0037, "x"));
        assertThat(rebuilt.codes()).containsExactly("message.message-class");
        Rebuilt other = Rebuilt.of(
                "item.msg",
                new RawItem(32).text(0x001A, "IPM.Document." + MARKER).file());
        assertThat(other.report().verdict()).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void asMailItSaysTheSame() {
        Rebuilt rebuilt = Rebuilt.of(
                "item.msg",
                note().attachment(0, file("a.txt", 1).bytes(0x3701, "Hello".getBytes(StandardCharsets.US_ASCII)))
                        .file(),
                Map.of("message.msg", "eml"));
        assertThat(rebuilt.report().outputName().unescaped()).isEqualTo("item.eml");
        assertThat(rebuilt.codes()).containsExactly("message.converted");
        assertThat(rebuilt.holds("filename=\"a.txt\"")).isTrue();
    }
}
