/** iCalendar (RFC 5545) and vCard (RFC 2426, RFC 6350). */
@NullMarked
package jp.kiyome.text.card;

import org.jspecify.annotations.NullMarked;
