/** What both sides of SMTP share: lines, replies, deadlines. */
@NullMarked
package jp.kiyome.mail.smtp;

import org.jspecify.annotations.NullMarked;
