/** Asking an organisation's directory whether somebody's password is right, and what they are (LDAP, RFC 4511). */
@NullMarked
package jp.kiyome.approval.directory;

import org.jspecify.annotations.NullMarked;
