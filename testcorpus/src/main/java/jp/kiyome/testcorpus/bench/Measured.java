package jp.kiyome.testcorpus.bench;

import java.nio.file.Path;

/**
 * One file's figures.
 *
 * @param file which
 * @param in bytes in
 * @param out bytes out
 * @param rebuild nanoseconds of processor time, verification included; the best of several rounds
 * @param bound nanoseconds of the lower bound over the members; the best of several rounds
 * @param withPictures nanoseconds of the lower bound with the streams inside PNG pictures; the best of several rounds
 */
record Measured(Path file, long in, long out, long rebuild, long bound, long withPictures) {}
