package jp.kiyome.testcorpus.mail;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Every mail there is. */
public final class MailVectors {

    private MailVectors() {}

    /** Mails in which some reader finds a file that others do not, and files that are named to deceive. */
    public static List<Vector> all() {
        return Stream.of(
                        HeaderCases.all(),
                        BoundaryCases.all(),
                        EncodingCases.all(),
                        NameCases.all(),
                        SealedMail.all(),
                        PageMail.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Mails with nothing to find. */
    public static List<Sample> benign() {
        return Stream.concat(JapaneseMail.right().stream(), PageMail.benign().stream())
                .toList();
    }
}
