/** Who a mail is from, as far as the domain name system and signatures can tell. */
@NullMarked
package jp.kiyome.mail.authentication;

import org.jspecify.annotations.NullMarked;
