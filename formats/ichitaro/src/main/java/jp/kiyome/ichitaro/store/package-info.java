/** The store of blocks in which Ichitaro keeps texts: {@code SsmgV.01}. */
@NullMarked
package jp.kiyome.ichitaro.store;

import org.jspecify.annotations.NullMarked;
