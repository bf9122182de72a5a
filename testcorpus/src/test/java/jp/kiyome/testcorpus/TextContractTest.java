package jp.kiyome.testcorpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The scan reads pages of HTML alone; of other texts their findings, and what they lose, are all there is. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "txt-nul",
                "txt-escape-colour",
                "txt-escape-title",
                "txt-csi-in-one",
                "txt-bidi-override",
                "txt-bidi-isolate",
                "txt-zero-width",
                "txt-mark-inside",
                "txt-interlinear",
                "txt-tag-characters",
                "txt-selectors-in-a-row",
                "txt-selector-behind-nothing",
                "txt-joiner-between-letters",
                "txt-overwritten-line",
                "txt-line-separator",
                "csv-equals",
                "csv-plus",
                "csv-minus",
                "csv-at",
                "csv-full-width",
                "csv-full-width-at",
                "csv-behind-blanks",
                "csv-behind-full-width-blank",
                "csv-quoted",
                "csv-last-column",
                "csv-tab-first",
                "csv-user",
                "csv-other-delimiter",
                "csv-mark-first",
                "csv-invisible-first",
                "tsv-formula",
                "csv-sylk",
                "csv-quotes-inside",
                "csv-quotes-behind",
                "csv-quotes-open",
                "csv-nul",
                "xml-comment",
                "xml-stylesheet",
                "xml-instruction",
                "xml-doctype",
                "xml-schema",
                "json-escaped-override",
                "json-nul",
                "ics-attachment-file",
                "ics-attachment-inside",
                "ics-html",
                "ics-link-script",
                "ics-organizer-elsewhere",
                "ics-directory",
                "ics-alarm-program",
                "ics-component",
                "ics-date",
                "vcf-photo-elsewhere",
                "vcf-photo-program",
                "vcf-key",
                "vcf-agent",
                "vcf-url",
                "vcf-own",
                "html-event-unquoted",
                "html-style-variable",
                "html-cite",
                "html-link-user");
    }
}
