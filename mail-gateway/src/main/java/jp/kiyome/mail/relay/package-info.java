/** What happens to a mail between the two: whose it is, how it is rebuilt, and the one answer that is true of all of it. */
@NullMarked
package jp.kiyome.mail.relay;

import org.jspecify.annotations.NullMarked;
