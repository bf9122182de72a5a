package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.odf.OdfVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.ShownPictures;
import org.junit.jupiter.api.Test;

class OdfContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return OdfVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return OdfVectors.benign();
    }

    /** The characters of all contents, without tags; pictures of flat files are compared as pictures are. */
    @Override
    public String shownText(byte[] file) {
        return String.join("\n", contents(file))
                .replaceAll("(?s)<office:binary-data>.*?</office:binary-data>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> contents(byte[] file) {
        if (file.length == 0 || file[0] != 'P') {
            return List.of(new String(file, StandardCharsets.UTF_8));
        }
        List<String> contents = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("content.xml")) {
                    contents.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    /** Documents of before 2005 say what they are in a manifest with a document type. */
    @Test
    void whatCameBeforeIsBlockedByItsName() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write(
                    ("<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">"
                                    + "<manifest:manifest xmlns:manifest=\"http://openoffice.org/2001/manifest\"> <manifest:file-entry"
                                    + " manifest:media-type=\"application/vnd.sun.xml.calc\" manifest:full-path=\"/\"/></manifest:manifest>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        Run run = RUNNER.sanitize("a.sxc", file.toByteArray());
        assertThat(run.ending())
                .startsWith("BLOCKED")
                .contains("type.not-supported")
                .contains("sxc");
    }

    @Override
    public List<Sample> worstShapes() {
        return OdfVectors.worst();
    }

    @Override
    public List<String> shownPictures(byte[] file) {
        return ShownPictures.inside(file);
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream()
                .filter(s -> List.of("odt-plain", "odt-object", "fodt-text").contains(s.name()))
                .toList();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of("limit.input-bytes", n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)));
    }

    /** The scan looks at links and formulas of fewer kinds. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of("odt-picture-outside", "ods-hyperlink-built", "ods-user-function", "fodt-picture-outside");
    }
}
