/** Passwords that people write in mails. */
@NullMarked
package jp.kiyome.core.password;

import org.jspecify.annotations.NullMarked;
