/** HEIF pictures (ISO/IEC 23008-12) with HEVC or AV1 inside, rebuilt as far as their containers go. */
@NullMarked
package jp.kiyome.image.heif;

import org.jspecify.annotations.NullMarked;
