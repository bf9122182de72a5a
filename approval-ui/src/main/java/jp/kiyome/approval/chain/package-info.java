/** Chains of approvals: who is to decide, in which order, until when. Values alone; no database. */
@NullMarked
package jp.kiyome.approval.chain;

import org.jspecify.annotations.NullMarked;
