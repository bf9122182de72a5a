/** What is allowed and what is done otherwise. */
@NullMarked
package jp.kiyome.core.policy;

import org.jspecify.annotations.NullMarked;
