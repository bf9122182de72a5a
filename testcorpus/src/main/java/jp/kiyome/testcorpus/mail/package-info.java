/** Mails that say what they are in the ways that mail really has, and mails that hide a file from some of their readers. */
@NullMarked
package jp.kiyome.testcorpus.mail;

import org.jspecify.annotations.NullMarked;
