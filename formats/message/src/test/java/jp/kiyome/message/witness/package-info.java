@NullMarked
package jp.kiyome.message.witness;

import org.jspecify.annotations.NullMarked;
