/** What of a message is carried over: fields by a list, bodies and attachments by the handlers of their types. */
@NullMarked
package jp.kiyome.message.keep;

import org.jspecify.annotations.NullMarked;
