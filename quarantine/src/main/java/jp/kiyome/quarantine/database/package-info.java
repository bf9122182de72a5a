/** The databases that the store can stand on, and the one door to them: a transaction bound to an organisation. */
@NullMarked
package jp.kiyome.quarantine.database;

import org.jspecify.annotations.NullMarked;
