/** Takes files in and has them sanitized. */
@NullMarked
package jp.kiyome.approval.intake;

import org.jspecify.annotations.NullMarked;
