package jp.kiyome.core.jail.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kiyome.core.content.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Documents become pictures, or an answer why not; with stand-ins for programs, and with the real ones. */
@EnabledIf(
        value = "jp.kiyome.core.jail.drawing.Bubblewrapped#jail",
        disabledReason = "bubblewrap is not installed: the walls around programs that draw were not tried")
class PageDrawerTest {

    @TempDir
    Path folder;

    private final List<byte[]> taken = new ArrayList<>();

    private Drawing draw(DrawingSettings settings, String type, byte[] document) throws Exception {
        try (PageDrawer drawer = new PageDrawer(settings);
                Workspace workspace = Workspace.inTempDirectory()) {
            return begin(drawer, type, document, workspace).get(90, TimeUnit.SECONDS);
        }
    }

    private CompletableFuture<Drawing> begin(PageDrawer drawer, String type, byte[] document, Workspace workspace)
            throws IOException {
        var content = workspace.copyOf(new ByteArrayInputStream(document), document.length);
        return drawer.draw(new PageDrawer.Document(type, content, workspace), (number, page) -> {
            assertThat(number).isEqualTo(taken.size() + 1);
            taken.add(page.segment().toArray(ValueLayout.JAVA_BYTE));
        });
    }

    /** In the place of pdftoppm; the page that is asked for is {@code $4}. */
    private DrawingSettings standIn(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("stand-in"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return DrawingSettings.usual()
                .withPrograms(Map.of(DrawingProgram.PDFTOPPM, program))
                .within(5, Duration.ofSeconds(3));
    }

    @Test
    void pagesComeInOrderUntilTheProgramKnowsNoMore() throws Exception {
        Drawing drawing = draw(standIn("[ $4 -lt 4 ] || exit 99; echo page $4; cat $9"), "pdf", bytes("!"));
        assertThat(drawing).isEqualTo(new Drawing.Drawn(3, Drawing.End.LAST));
        assertThat(taken).extracting(PageDrawerTest::text).containsExactly("page 1\n!", "page 2\n!", "page 3\n!");
    }

    @Test
    void noMorePagesAreDrawnThanAreToBe() throws Exception {
        assertThat(draw(standIn("echo page"), "pdf", bytes("!"))).isEqualTo(new Drawing.Drawn(5, Drawing.End.ENOUGH));
        assertThat(taken).hasSize(5);
    }

    @Test
    void whatGoesWrongEndsTheDrawingWhereItIs() throws Exception {
        assertThat(draw(standIn("exit 1"), "pdf", bytes("!"))).isEqualTo(new Drawing.Undrawable());
        assertThat(draw(standIn("exit 99"), "pdf", bytes("!"))).isEqualTo(new Drawing.Undrawable());
        assertThat(draw(standIn("exit 0"), "pdf", bytes("!"))).isEqualTo(new Drawing.Undrawable());
        assertThat(draw(standIn("yes"), "pdf", bytes("!"))).isEqualTo(new Drawing.Undrawable());
        assertThat(draw(standIn("echo; kill -SEGV $$"), "pdf", bytes("!"))).isEqualTo(new Drawing.Undrawable());
        assertThat(draw(standIn("sleep 60"), "pdf", bytes("!"))).isEqualTo(new Drawing.TooLong());
        assertThat(taken).isEmpty();
        assertThat(draw(standIn("[ $4 = 1 ] || exit 1; echo page"), "pdf", bytes("!")))
                .isEqualTo(new Drawing.Drawn(1, Drawing.End.BROKEN));
        taken.clear();
        assertThat(draw(standIn("[ $4 = 1 ] || sleep 60; echo page"), "pdf", bytes("!")))
                .isEqualTo(new Drawing.Drawn(1, Drawing.End.LATE));
    }

    @Test
    void whatCannotBeDrawnIsAnsweredBeforeAnythingStarts() throws Exception {
        DrawingSettings none = DrawingSettings.usual().withPrograms(Map.of());
        assertThat(draw(none, "pdf", bytes("!"))).isEqualTo(new Drawing.NoProgram(Set.of(DrawingProgram.PDFTOPPM)));
        assertThat(draw(standIn("echo"), "docx", bytes("!")))
                .isEqualTo(new Drawing.NoProgram(Set.of(DrawingProgram.SOFFICE)));
        assertThat(draw(none, "eml", bytes("!"))).isEqualTo(new Drawing.NoWay());
        assertThat(draw(none, "", bytes("!"))).isEqualTo(new Drawing.NoWay());
        DrawingSettings small = new DrawingSettings(none.programs(), 1, 100, Duration.ofSeconds(1), 2, 1, 1);
        assertThat(draw(small, "png", bytes("!!!"))).isEqualTo(new Drawing.TooLarge());
        assertThat(taken).isEmpty();
        assertThat(draw(none, "png", bytes("!"))).isEqualTo(new Drawing.Drawn(1, Drawing.End.LAST));
        assertThat(taken).extracting(PageDrawerTest::text).containsExactly("!");
    }

    @Test
    void whereTooManyWaitTheNextIsTurnedAway() throws Exception {
        DrawingSettings one = standIn("sleep 60").serving(1, 1);
        try (PageDrawer drawer = new PageDrawer(one);
                Workspace first = Workspace.inTempDirectory();
                Workspace second = Workspace.inTempDirectory();
                Workspace third = Workspace.inTempDirectory()) {
            CompletableFuture<Drawing> drawn = begin(drawer, "pdf", bytes("!"), first);
            CompletableFuture<Drawing> waiting = begin(drawer, "pdf", bytes("!"), second);
            assertThat(begin(drawer, "pdf", bytes("!"), third)).isCompletedWithValue(new Drawing.Busy());
            assertThat(drawn.get(30, TimeUnit.SECONDS)).isEqualTo(new Drawing.TooLong());
            assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new Drawing.TooLong());
        }
    }

    @Test
    @EnabledIf(
            value = "jp.kiyome.core.jail.drawing.Bubblewrapped#pdftoppm",
            disabledReason = "poppler-utils are not installed: no page of a PDF file was drawn")
    void popplerDrawsThePagesOfAPdfFile() throws Exception {
        assertThat(draw(DrawingSettings.usual(), "pdf", SamplePdf.pages(595, 842, "one", "two")))
                .isEqualTo(new Drawing.Drawn(2, Drawing.End.LAST));
        assertThat(taken).hasSize(2).allSatisfy(page -> assertThat(size(page)).containsExactly(848, 1200));
        taken.clear();
        // A page of 200 by 200 inches, as large as the format has them.
        assertThat(draw(DrawingSettings.usual(), "pdf", SamplePdf.pages(14_400, 14_400, "wide")))
                .isEqualTo(new Drawing.Drawn(1, Drawing.End.LAST));
        assertThat(size(taken.getFirst())).containsExactly(1200, 1200);
        assertThat(draw(DrawingSettings.usual(), "pdf", bytes("no PDF file"))).isEqualTo(new Drawing.Undrawable());
    }

    @Test
    @EnabledIf(
            value = "jp.kiyome.core.jail.drawing.Bubblewrapped#soffice",
            disabledReason = "LibreOffice is not installed: no page of an office document was drawn")
    void libreOfficeDrawsThePagesOfADocument() throws Exception {
        assertThat(draw(DrawingSettings.usual(), "docx", docx("first</w:t><w:br w:type=\"page\"/><w:t>second")))
                .isEqualTo(new Drawing.Drawn(2, Drawing.End.LAST));
        assertThat(taken).hasSize(2).allSatisfy(page -> assertThat(size(page)[1])
                .isEqualTo(1200));
        taken.clear();
        assertThat(draw(DrawingSettings.usual(), "docx", bytes("PK\3\4 no document")))
                .isEqualTo(new Drawing.Undrawable());
    }

    private static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            member(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""");
            member(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                    </Relationships>""");
            member(zip, "word/document.xml", """
                    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>\
                    <w:t>%s</w:t></w:r></w:p></w:body></w:document>""".replace("%s", text));
        }
        return file.toByteArray();
    }

    private static void member(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(text));
        zip.closeEntry();
    }

    /** Width and height, as the header of a PNG file has them (PNG, 11.2.2). */
    private static int[] size(byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png);
        assertThat(header.getLong(0)).isEqualTo(0x89504E470D0A1A0AL);
        return new int[] {header.getInt(16), header.getInt(20)};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
