/** WebP: the RIFF container (RFC 9649 section 2) taken apart and written anew. */
@NullMarked
package jp.kiyome.image.webp;

import org.jspecify.annotations.NullMarked;
