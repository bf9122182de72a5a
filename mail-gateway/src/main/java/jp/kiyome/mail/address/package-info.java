/** Addresses of envelopes, read so strictly that no two programs can take them for different ones. */
@NullMarked
package jp.kiyome.mail.address;

import org.jspecify.annotations.NullMarked;
