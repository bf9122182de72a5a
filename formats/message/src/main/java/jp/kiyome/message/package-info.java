/** Messages: mail, mailboxes, Outlook items and TNEF, each with a handler. */
@NullMarked
package jp.kiyome.message;

import org.jspecify.annotations.NullMarked;
