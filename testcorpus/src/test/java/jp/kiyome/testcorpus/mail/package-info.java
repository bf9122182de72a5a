/** What other readers of mail see in what comes out. */
@NullMarked
package jp.kiyome.testcorpus.mail;

import org.jspecify.annotations.NullMarked;
