/** Mails of the gateway's own to people: what befell a mail, and once a day what is held. */
@NullMarked
package jp.kiyome.mail.notify;

import org.jspecify.annotations.NullMarked;
