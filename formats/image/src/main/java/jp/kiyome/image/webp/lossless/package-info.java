/** VP8L, the lossless form of WebP (RFC 9649 section 3): decoded to pixels and coded anew. */
@NullMarked
package jp.kiyome.image.webp.lossless;

import org.jspecify.annotations.NullMarked;
