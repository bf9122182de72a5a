/** Short requests over HTTP that end by a deadline. */
@NullMarked
package jp.kiyome.bridge.http;

import org.jspecify.annotations.NullMarked;
