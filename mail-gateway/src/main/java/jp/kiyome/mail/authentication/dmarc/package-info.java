/** Domain-based Message Authentication (RFC 7489): evaluating only. */
@NullMarked
package jp.kiyome.mail.authentication.dmarc;

import org.jspecify.annotations.NullMarked;
