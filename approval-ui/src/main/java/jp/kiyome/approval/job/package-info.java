/** Work on many items that somebody starts, watches and stops: processing again, and trying a policy. */
@NullMarked
package jp.kiyome.approval.job;

import org.jspecify.annotations.NullMarked;
