package jp.kiyome.office.ppt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.image.ImageHandler;
import org.apache.poi.hslf.usermodel.HSLFHyperlink;
import org.apache.poi.hslf.usermodel.HSLFPictureData;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.junit.jupiter.api.Test;

/** What another program writes is rebuilt, and what was rebuilt that program reads: the same slides with the same texts. */
class SecondReaderTest {

    private static final Engine ENGINE =
            new Engine(new Registry(List.of(new PptHandler(), new ImageHandler())), Policy.defaults(), content -> "");

    private static final String TEXT = "令和8年度 予算\rSecond paragraph";

    @Test
    void textsAndSlidesStay() throws IOException {
        byte[] before = written(show());
        byte[] after = rebuilt(before, "");

        assertThat(texts(after)).isEqualTo(texts(before)).contains(List.of(TEXT));
        assertThat(rebuilt(after, "")).isEqualTo(after);
    }

    @Test
    void picturesTablesAndLinksStay() throws IOException {
        HSLFSlideShow show = show();
        HSLFPictureData picture = show.addPicture(png(), PictureType.PNG);
        HSLFSlide slide = show.getSlides().getFirst();
        slide.addShape(new org.apache.poi.hslf.usermodel.HSLFPictureShape(picture));
        HSLFTable table = slide.createTable(2, 2);
        table.getCell(1, 1).setText("cell");
        HSLFTextBox linked = slide.createTextBox();
        linked.setText("link");
        HSLFHyperlink link = linked.createHyperlink();
        link.linkToUrl("https://example.invalid/");
        byte[] before = written(show);

        try (HSLFSlideShow after = new HSLFSlideShow(new ByteArrayInputStream(rebuilt(before, "")))) {
            assertThat(after.getPictureData()).hasSize(1);
            HSLFSlide page = after.getSlides().getFirst();
            assertThat(page.getShapes()).hasSameSizeAs(slide.getShapes());
            assertThat(page.getShapes())
                    .filteredOn(HSLFTextBox.class::isInstance)
                    .map(shape -> ((HSLFTextBox) shape).getHyperlink())
                    .filteredOn(found -> found != null)
                    .map(HSLFHyperlink::getAddress)
                    .containsExactly("https://example.invalid/");
        }
    }

    @Test
    void aPasswordStays() throws IOException {
        byte[] before;
        try {
            Biff8EncryptionKey.setCurrentUserPassword("予算");
            before = written(show());
            assertThat(outcome(before, "wrong").report().verdict()).isEqualTo(Verdict.LOCKED);
            byte[] after = rebuilt(before, "予算");
            assertThat(texts(after)).contains(List.of(TEXT));
            assertThat(new String(after, java.nio.charset.StandardCharsets.UTF_16LE))
                    .doesNotContain("Second");
            assertThat(rebuilt(after, "予算")).isEqualTo(after);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static HSLFSlideShow show() {
        HSLFSlideShow show = new HSLFSlideShow();
        for (int i = 0; i < 3; i++) {
            HSLFTextBox box = show.createSlide().createTextBox();
            box.setText(TEXT);
            box.setAnchor(new Rectangle(50, 50, 400, 100));
        }
        return show;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(4, 4, 1), "png", out);
        return out.toByteArray();
    }

    private static byte[] written(HSLFSlideShow show) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        show.write(out);
        return out.toByteArray();
    }

    private static List<List<String>> texts(byte[] file) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        try (HSLFSlideShow show = new HSLFSlideShow(new ByteArrayInputStream(file))) {
            for (HSLFSlide slide : show.getSlides()) {
                texts.add(slide.getTextParagraphs().stream()
                        .map(HSLFTextParagraph::getRawText)
                        .toList());
            }
        }
        return texts;
    }

    private static byte[] rebuilt(byte[] file, String password) throws IOException {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Outcome outcome = ENGINE.sanitize(job(file, password, workspace));
            assertThat(outcome).as(outcome.report().reason().toString()).isInstanceOf(Outcome.Rebuilt.class);
            return ((Outcome.Rebuilt) outcome).content().stream().readAllBytes();
        }
    }

    private static Outcome outcome(byte[] file, String password) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            return ENGINE.sanitize(job(file, password, workspace));
        }
    }

    private static Job job(byte[] file, String password, Workspace workspace) {
        return new Job(Untrusted.of("a.ppt"), HeapContent.of(file), workspace, List.of(password));
    }
}
