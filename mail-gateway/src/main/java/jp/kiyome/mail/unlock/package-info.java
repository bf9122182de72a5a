/** Locked attachments: their passwords, found in other mails or typed by people, and what comes of it. */
@NullMarked
package jp.kiyome.mail.unlock;

import org.jspecify.annotations.NullMarked;
