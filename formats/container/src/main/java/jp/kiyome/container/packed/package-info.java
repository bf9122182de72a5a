/**
 * What decoders of packed data share: bits, prefix codes and a window of what was unpacked last. Nothing here knows a
 * format; each throws a {@link jp.kiyome.core.finding.Refusal} with the code {@code packed.broken} when the bits make no
 * sense.
 */
@NullMarked
package jp.kiyome.container.packed;

import org.jspecify.annotations.NullMarked;
