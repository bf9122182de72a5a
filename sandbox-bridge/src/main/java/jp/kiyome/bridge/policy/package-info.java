/** The section of the policy file about verdicts: whom to ask, and what their answers lead to. */
@NullMarked
package jp.kiyome.bridge.policy;

import org.jspecify.annotations.NullMarked;
