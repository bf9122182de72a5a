package jp.kiyome.mail.authentication.dmarc;

/**
 * Whether the From of a mail is vouched for.
 *
 * @param domain of the From; empty where there is no one address
 * @param policy that the domain asks for; none where it has no record
 * @param percent of failing mail that it asks it for, 0 to 100; whoever applies the policy decides about the rest
 */
public record DmarcResult(DmarcOutcome outcome, String domain, DmarcPolicy policy, int percent) {

    /** Without a record. */
    public static DmarcResult without(DmarcOutcome outcome, String domain) {
        return new DmarcResult(outcome, domain, DmarcPolicy.NONE, 100);
    }
}
