@NullMarked
package jp.kiyome.mail.retro;

import org.jspecify.annotations.NullMarked;
