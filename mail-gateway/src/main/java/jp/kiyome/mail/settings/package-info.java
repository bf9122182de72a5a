/** The gateway's own file of settings. */
@NullMarked
package jp.kiyome.mail.settings;

import org.jspecify.annotations.NullMarked;
