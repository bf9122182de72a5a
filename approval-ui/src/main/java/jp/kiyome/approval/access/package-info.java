/** Who may do what: the table, and the door that every request goes through. */
@NullMarked
package jp.kiyome.approval.access;

import org.jspecify.annotations.NullMarked;
