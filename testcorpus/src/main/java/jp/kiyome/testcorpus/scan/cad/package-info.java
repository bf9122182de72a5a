/** Second readers of drawings, which share no code with the handlers. */
@NullMarked
package jp.kiyome.testcorpus.scan.cad;

import org.jspecify.annotations.NullMarked;
