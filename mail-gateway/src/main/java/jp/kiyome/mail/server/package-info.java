/** SMTP in: a small strict server. */
@NullMarked
package jp.kiyome.mail.server;

import org.jspecify.annotations.NullMarked;
