package jp.kiyome.quarantine.reprocess.task;

/**
 * What a run is for. A run that was broken off is taken up again by the same plan.
 *
 * @param selection which items, always written in the same way
 * @param engineVersion of the Kiyome that does it
 * @param policyHash of the policy, or the name of the several policies, under which
 * @param again whether what was done before under the same engine and policy is done once more
 */
public record Plan(String selection, String engineVersion, String policyHash, boolean again) {}
