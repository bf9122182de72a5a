package jp.kiyome.approval.page;

import java.util.List;
import java.util.Set;
import jp.kiyome.quarantine.item.SenderIdentity;
import jp.kiyome.quarantine.item.SenderIdentity.Result;

/**
 * Who a mail is from, as a page says it.
 *
 * @param told name of a text about the domain
 * @param warns whether somebody should think twice
 * @param wish name of a text; empty where the domain wishes nothing
 */
record SenderView(String told, boolean warns, String domain, String wish, List<Line> lines, String upstream) {

    private static final Set<Result> BAD = Set.of(Result.FAIL, Result.SOFTFAIL, Result.PERMERROR);

    SenderView {
        lines = List.copyOf(lines);
    }

    /**
     * What one method came to.
     *
     * @param method name of a text
     * @param domain that it is about; may be empty
     */
    record Line(String method, String result, String domain) {}

    static SenderView of(SenderIdentity sender) {
        String told =
                switch (sender.dmarc()) {
                    case PASS -> "sender.pass";
                    case FAIL -> "sender.fail";
                    case NONE -> isDoubtful(sender) ? "sender.doubt" : "sender.none";
                    case SOFTFAIL, NEUTRAL, POLICY, TEMPERROR, PERMERROR -> "sender.unknown";
                };
        String wish =
                switch (sender.wish()) {
                    case NONE -> "";
                    case QUARANTINE -> "sender.wish-quarantine";
                    case REJECT -> "sender.wish-reject";
                };
        boolean warns = !told.equals("sender.pass") && !told.equals("sender.none");
        return new SenderView(
                told,
                warns,
                sender.fromDomain().toString(),
                warns ? wish : "",
                List.of(
                        new Line(
                                "sender.dmarc",
                                sender.dmarc().name(),
                                sender.fromDomain().toString()),
                        new Line(
                                "sender.spf",
                                sender.spf().name(),
                                sender.spfDomain().toString()),
                        new Line(
                                "sender.dkim",
                                sender.dkim().name(),
                                sender.dkimDomain().toString())),
                sender.upstream().toString());
    }

    /** The domain says nothing of itself, and what else there is speaks against the mail. */
    private static boolean isDoubtful(SenderIdentity sender) {
        return sender.dkim() != Result.PASS && (BAD.contains(sender.spf()) || BAD.contains(sender.dkim()));
    }
}
