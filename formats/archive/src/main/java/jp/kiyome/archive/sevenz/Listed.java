package jp.kiyome.archive.sevenz;

import java.util.OptionalLong;

/**
 * A file as the header lists it.
 *
 * @param name with slashes between its steps
 * @param hasStream whether it has bytes in a folder
 * @param emptyFile whether it is a file where it has none; else a folder
 * @param anti whether unpacking it would delete
 * @param modified FILETIME: 100 ns since 1601, UTC
 * @param attributes of Windows, with a Unix mode in the upper half where bit 15 says so
 */
record Listed(
        String name, boolean hasStream, boolean emptyFile, boolean anti, OptionalLong modified, long attributes) {}
