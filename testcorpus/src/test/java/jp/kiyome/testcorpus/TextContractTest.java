package jp.kiyome.testcorpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.text.TextVectors;

class TextContractTest implements HandlerContract, RobustnessContract {

    private static final Pattern PICTURE = Pattern.compile("(?<=base64,)[A-Za-z0-9+/=]+");

    @Override
    public List<Vector> vectors() {
        return TextVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return TextVectors.benign();
    }

    /** The bytes themselves: files of characters with nothing to find come back as they were, but for how pictures are packed. */
    @Override
    public String shownText(byte[] file) {
        return PICTURE.matcher(new String(file, StandardCharsets.ISO_8859_1)).replaceAll("");
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream()
                .filter(s -> List.of("csv-shift-jis", "json-plain", "xml-plain", "html-plain", "ics-plain", "vcf-plain")
                        .contains(s.name()))
                .toList();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of("limit.input-bytes", n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)));
    }
}
