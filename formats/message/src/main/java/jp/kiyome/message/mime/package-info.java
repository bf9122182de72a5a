/** Takes messages apart (RFC 5322, RFC 2045 to 2047, RFC 2231) in one strict reading; what readers could see differently is refused. */
@NullMarked
package jp.kiyome.message.mime;

import org.jspecify.annotations.NullMarked;
