package jp.kiyome.testcorpus;

import java.io.ByteArrayInputStream;
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
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.odf.OdfVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.ShownPictures;

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
        return Set.of(
                "odt-picture-outside",
                "ods-hyperlink-built",
                "ods-user-function",
                "fodt-picture-outside");
    }
}
