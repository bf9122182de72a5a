/** The Authentication-Results field (RFC 8601), written and read. */
@NullMarked
package jp.kiyome.mail.authentication.results;

import org.jspecify.annotations.NullMarked;
