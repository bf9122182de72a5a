@NullMarked
package jp.kiyome.app.mail;

import org.jspecify.annotations.NullMarked;
