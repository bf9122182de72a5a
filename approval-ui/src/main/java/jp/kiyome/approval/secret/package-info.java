/** Secrets that settings name. */
@NullMarked
package jp.kiyome.approval.secret;

import org.jspecify.annotations.NullMarked;
