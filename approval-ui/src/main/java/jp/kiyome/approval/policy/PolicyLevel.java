package jp.kiyome.approval.policy;

import jp.kiyome.core.policy.PolicyLayer;

/**
 * A level of a policy.
 *
 * @param name of the file, or of what else it is
 * @param layer what it and all levels above it say
 */
public record PolicyLevel(String name, PolicyLayer layer) {}
