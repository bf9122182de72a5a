/** Asks sources again about mail that was delivered. */
@NullMarked
package jp.kiyome.mail.retro;

import org.jspecify.annotations.NullMarked;
