/** Characters of messages: charsets by their labels and without, words of headers (RFC 2047), parameters (RFC 2231), both ways. */
@NullMarked
package jp.kiyome.message.text;

import org.jspecify.annotations.NullMarked;
