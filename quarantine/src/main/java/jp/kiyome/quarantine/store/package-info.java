/** The store itself: items, blobs and trail changed together, checked, swept and erased. */
@NullMarked
package jp.kiyome.quarantine.store;

import org.jspecify.annotations.NullMarked;
