package jp.kiyome.archive;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A member to be written.
 *
 * @param path steps with {@code /} between and no slash at the end; clean, and not used before in any case
 * @param time on the wall clock of Japan; where there is none the format's own constant is written
 * @param stored whether the bytes are to stand there uncompressed
 */
public record NewMember(String path, Optional<LocalDateTime> time, boolean stored) {}
