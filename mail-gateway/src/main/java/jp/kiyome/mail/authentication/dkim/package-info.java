/** DomainKeys Identified Mail (RFC 6376, RFC 8301, RFC 8463): verifying only. */
@NullMarked
package jp.kiyome.mail.authentication.dkim;

import org.jspecify.annotations.NullMarked;
