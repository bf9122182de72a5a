package jp.kiyome.approval.policy;

import java.util.List;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.quarantine.item.Organisation;

/** The policy files that the program was started with. Threads share it. */
public interface Policies {

    /** The words that a policy may use. */
    PolicyVocabulary vocabulary();

    /** Those of an organisation, for what the web application works on; the upper first. */
    List<PolicyLevel> files(Organisation organisation);

    /** Parts of its mail, where the gateway's settings are known. */
    List<PolicyPart> mail(Organisation organisation);

    /**
     * Reads one more level.
     *
     * @throws jp.kiyome.core.policy.file.PolicyInvalid with every fault and its line
     */
    PolicyLayer read(byte[] text, PolicyLayer above);
}
