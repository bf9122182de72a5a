package jp.kiyome.office.escher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHead;
import org.junit.jupiter.api.Test;

class PropertiesTest {

    private static final int NAME = 0x8380;
    private static final int VERTICES = 0x8145;
    private static final int FILL_COLOR = 0x0181;

    private final Told told = new Told();

    @Test
    void propertiesComeOutInTheOrderOfTheirNumbers() {
        Record.Atom kept =
                copy(2, new NumberWriter().u16(0x01CB).i32(9525).u16(FILL_COLOR).i32(0xFF));

        assertThat(kept.instance()).isEqualTo(2);
        assertThat(kept.body())
                .isEqualTo(new NumberWriter()
                        .u16(FILL_COLOR)
                        .i32(0xFF)
                        .u16(0x01CB)
                        .i32(9525)
                        .bytes());
        assertThat(told.codes).isEmpty();
    }

    @Test
    void aNameEndsWhereReadersEndIt() {
        Record.Atom kept = copy(1, new NumberWriter().u16(NAME).i32(10).text("a\u200Bb\0c"));

        assertThat(kept.body())
                .isEqualTo(new NumberWriter().u16(NAME).i32(6).text("ab\0").bytes());
        assertThat(told.codes).containsExactly("record.slack", "escher.hidden-characters");
    }

    @Test
    void anArrayWhoseLengthLeavesOutItsHeadIsRead() {
        NumberWriter vertices =
                new NumberWriter().u16(1).u16(9).u16(0xFFF0).u16(3).u16(4);
        Record.Atom kept = copy(1, new NumberWriter().u16(VERTICES).i32(4).written(vertices.bytes()));

        assertThat(kept.body())
                .isEqualTo(new NumberWriter()
                        .u16(VERTICES)
                        .i32(10)
                        .u16(1)
                        .u16(1)
                        .u16(0xFFF0)
                        .u16(3)
                        .u16(4)
                        .bytes());
    }

    @Test
    void anArrayThatClaimsMoreThanIsThereGoes() {
        assertThat(tried(
                        1,
                        new NumberWriter()
                                .u16(VERTICES)
                                .i32(10)
                                .u16(0xFFFF)
                                .u16(1)
                                .u16(8)
                                .i32(0)))
                .isEmpty();
        assertThat(told.codes).containsExactly("escher.value");
    }

    @Test
    void aPictureThatIsNotInTheTableGoes() {
        assertThat(tried(1, new NumberWriter().u16(0x4104).i32(1))).isEmpty();
        assertThat(told.codes).containsExactly("escher.no-picture");
    }

    @Test
    void moreIsSaidThanIsThere() {
        assertThat(copy(9, new NumberWriter().u16(FILL_COLOR).i32(1)).instance())
                .isEqualTo(1);
        assertThat(told.codes).containsExactly("record.value");
    }

    private Record.Atom copy(int count, NumberWriter body) {
        return (Record.Atom) tried(count, body).orElseThrow();
    }

    private Optional<Record> tried(int count, NumberWriter body) {
        RecordHead head = new RecordHead(3, count, 0xF00B, body.size());
        RawRecord raw = new RawRecord(head, 0, HeapContent.of(body.bytes()));
        return Properties.copy(raw, told, number -> false);
    }

    /** Remembers what it was told. */
    private static final class Told implements DrawingHost {

        private final List<String> codes = new ArrayList<>();

        @Override
        public void found(String code, Action action, String place, String detail) {
            codes.add(code);
        }

        @Override
        public Optional<Record> client(RawRecord raw) {
            return Optional.empty();
        }
    }
}
