/** Questions to the domain name system, bounded in time, number and memory. */
@NullMarked
package jp.kiyome.mail.authentication.dns;

import org.jspecify.annotations.NullMarked;
