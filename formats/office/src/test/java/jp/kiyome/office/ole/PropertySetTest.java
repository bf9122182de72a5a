package jp.kiyome.office.ole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.junit.jupiter.api.Test;

/** Property sets, against another implementation of them. */
class PropertySetTest {

    private static final String TITLE = "令和8年度 予算書";

    @Test
    void titlesOfAnotherProgramAreRead() throws Exception {
        SummaryInformation summary = PropertySetFactory.newSummaryInformation();
        summary.getFirstSection().setCodepage(932);
        summary.setTitle(TITLE);
        summary.setAuthor("山田");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        summary.write(bytes);

        PropertySet set = PropertySet.read(bytes.toByteArray());

        assertThat(set.text(2)).contains(TITLE);
        assertThat(set.has(4)).isTrue();
    }

    @Test
    void anotherProgramReadsTheTitleWritten() throws Exception {
        byte[] written = PropertySet.written(PropertySet.Format.SUMMARY, Map.of(2, TITLE));

        SummaryInformation read = (SummaryInformation) PropertySetFactory.create(new ByteArrayInputStream(written));

        assertThat(read.getTitle()).isEqualTo(TITLE);
        assertThat(read.getFirstSection().getPropertyCount()).isEqualTo(2);
        assertThat(PropertySet.read(written).text(2)).contains(TITLE);
    }

    @Test
    void aBrokenSetHasNoProperty() {
        byte[] written = PropertySet.written(PropertySet.Format.SUMMARY, Map.of(2, TITLE));
        for (int length = 0; length < written.length; length++) {
            PropertySet set = PropertySet.read(Arrays.copyOf(written, length));
            if (length < written.length - 3) {
                assertThat(set.text(2)).as("cut at " + length).isEmpty();
            }
        }
        byte[] far = written.clone();
        Arrays.fill(far, 44, 48, (byte) 0x7F);
        assertThat(PropertySet.read(far).text(2)).isEmpty();
    }
}
