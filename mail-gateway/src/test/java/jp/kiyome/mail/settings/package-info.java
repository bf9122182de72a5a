@NullMarked
package jp.kiyome.mail.settings;

import org.jspecify.annotations.NullMarked;
