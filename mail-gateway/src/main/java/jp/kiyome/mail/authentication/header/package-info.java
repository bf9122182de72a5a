/** The header of a mail, read strictly and within limits. */
@NullMarked
package jp.kiyome.mail.authentication.header;

import org.jspecify.annotations.NullMarked;
