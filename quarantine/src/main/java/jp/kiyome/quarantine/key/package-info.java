/** The keys of the store: a master key in a file wraps one key for each organisation, and that one a key for each blob. */
@NullMarked
package jp.kiyome.quarantine.key;

import org.jspecify.annotations.NullMarked;
