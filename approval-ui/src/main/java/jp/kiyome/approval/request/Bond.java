package jp.kiyome.approval.request;

import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;

/**
 * What a decision is about, to the bit: another output or another policy is another question.
 *
 * @param original SHA-256 of what came in
 * @param output SHA-256 of what was built; empty when nothing was
 * @param policy hash of the policy that held
 */
public record Bond(String original, String output, String policy) {

    public static Bond of(Item item) {
        return new Bond(
                item.original().sha256(),
                item.conclusion()
                        .flatMap(conclusion -> conclusion.root().output())
                        .map(Digest::sha256)
                        .orElse(""),
                item.conclusion().map(Conclusion::policyHash).orElse(""));
    }

    /** On one line, for a form that sends back what was shown. */
    public String seal() {
        return original + "." + output + "." + policy;
    }
}
