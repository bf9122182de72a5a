/** Puts the web application together and starts it. */
@NullMarked
package jp.kiyome.approval.server;

import org.jspecify.annotations.NullMarked;
