/** What the store knows: items, their parts, their states and who changed them. Values alone; no database. */
@NullMarked
package jp.kiyome.quarantine.item;

import org.jspecify.annotations.NullMarked;
