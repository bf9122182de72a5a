@NullMarked
package jp.kiyome.mail.rules;

import org.jspecify.annotations.NullMarked;
