@NullMarked
package jp.kiyome.mail;

import org.jspecify.annotations.NullMarked;
