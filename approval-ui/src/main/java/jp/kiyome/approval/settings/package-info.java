/** The file of settings of the web application. */
@NullMarked
package jp.kiyome.approval.settings;

import org.jspecify.annotations.NullMarked;
