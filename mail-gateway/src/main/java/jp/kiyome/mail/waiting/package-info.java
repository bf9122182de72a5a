/** Looks after mails that wait for verdicts: what they wait for stands in the store. */
@NullMarked
package jp.kiyome.mail.waiting;

import org.jspecify.annotations.NullMarked;
