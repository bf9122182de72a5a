/**
 * Office Open XML files that are locked with a password: opened, and locked again.
 *
 * <p>Source: [MS-OFFCRYPTO] revision 12, cited with its section.
 */
@NullMarked
package jp.kiyome.office.crypto;

import org.jspecify.annotations.NullMarked;
