/** Mail servers, scanners and the gateway itself as processes of their own, for tests and measurements of whole ways of mail. */
@NullMarked
package jp.kiyome.testcorpus.relay;

import org.jspecify.annotations.NullMarked;
