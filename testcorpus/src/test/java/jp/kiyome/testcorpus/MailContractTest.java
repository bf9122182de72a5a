package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.mail.JapaneseMail;
import jp.kiyome.testcorpus.mail.MailReader;
import jp.kiyome.testcorpus.mail.MailVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever a mail is written like: a file that some reader finds in it is made harmless, or the mail is refused. */
class MailContractTest implements HandlerContract, RobustnessContract {

    private static final List<Vector> VECTORS = MailVectors.all();

    /** Each of ten laws looks at the same run, and the same second one. */
    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    @Override
    public List<Vector> vectors() {
        return VECTORS;
    }

    @Override
    public List<Sample> benign() {
        return MailVectors.benign();
    }

    /** A page's identifier that is no part's, and a part that no page names: their texts show them. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of("mhtml-unknown-identifier", "mhtml-part-of-another-kind");
    }

    @Override
    public List<Sample> toBreak() {
        return MailVectors.benign().stream()
                .filter(s -> s.name().contains("name-"))
                .limit(2)
                .toList();
    }

    @Override
    public Run run(Sample sample) {
        return RUNS.computeIfAbsent(sample.name(), any -> HandlerContract.super.run(sample));
    }

    @Override
    public Run again(Sample sample) {
        return RUNS.computeIfAbsent("again " + sample.name(), any -> HandlerContract.super.again(sample));
    }

    /** Subject, texts, and names of files. */
    @Override
    public String shownText(byte[] file) {
        return MailReader.shown(file);
    }

    @Override
    public List<String> shownPictures(byte[] file) {
        return MailReader.pictures(file);
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        Map<String, IntFunction<Limits>> limits = RobustnessContract.super.limits();
        limits.remove("limit.xml-depth");
        return limits;
    }

    @TestFactory
    Stream<DynamicTest> mailThatOfficesSendIsNeverRefused() {
        return JapaneseMail.wrong().stream()
                .map(sample -> dynamicTest(sample.fileName(), () -> {
                    Run run = run(sample);
                    assertThat(run.rebuilt()).as(run.ending()).isTrue();
                    Run second = again(sample);
                    assertThat(second.codes()).isEmpty();
                    assertThat(second.output()).isEqualTo(run.output());
                }));
    }
}
