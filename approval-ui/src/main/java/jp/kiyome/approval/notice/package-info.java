/** Mails about requests, to those who are to decide and to those who have asked. */
@NullMarked
package jp.kiyome.approval.notice;

import org.jspecify.annotations.NullMarked;
