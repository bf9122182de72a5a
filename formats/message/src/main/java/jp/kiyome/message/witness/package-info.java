/** Two readers of MIME that share no code with ours, to see what they see. */
@NullMarked
package jp.kiyome.message.witness;

import org.jspecify.annotations.NullMarked;
