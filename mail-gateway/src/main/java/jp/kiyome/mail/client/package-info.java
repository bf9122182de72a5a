/** SMTP out: one mail to one next hop, with an answer for each recipient. */
@NullMarked
package jp.kiyome.mail.client;

import org.jspecify.annotations.NullMarked;
