/** Sender Policy Framework (RFC 7208). */
@NullMarked
package jp.kiyome.mail.authentication.spf;

import org.jspecify.annotations.NullMarked;
