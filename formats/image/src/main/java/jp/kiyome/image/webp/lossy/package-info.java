/** VP8 key frames (RFC 6386) and alpha planes: every coded decision is read, checked and coded anew. */
@NullMarked
package jp.kiyome.image.webp.lossy;

import org.jspecify.annotations.NullMarked;
