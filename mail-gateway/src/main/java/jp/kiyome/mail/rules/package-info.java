/** Rules of mail: conditions on what is known of one, and what is done where they hold. A section of the policy file. */
@NullMarked
package jp.kiyome.mail.rules;

import org.jspecify.annotations.NullMarked;
