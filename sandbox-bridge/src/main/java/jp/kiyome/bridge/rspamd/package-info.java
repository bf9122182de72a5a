/** Asks rspamd about mails. */
@NullMarked
package jp.kiyome.bridge.rspamd;

import org.jspecify.annotations.NullMarked;
