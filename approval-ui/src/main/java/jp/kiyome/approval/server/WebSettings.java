package jp.kiyome.approval.server;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the web application is reached, and its bounds.
 *
 * @param address to listen at
 * @param port to listen at; 0 for one that is free
 * @param secure whether browsers reach it by HTTPS: cookies are then sent over nothing else
 * @param largest bytes of a file at most
 * @param keep how long files are kept that people hand in
 * @param scratch where files lie while they come in
 * @param attempts to sign in from one address in a minute
 */
public record WebSettings(
        String address, int port, boolean secure, long largest, Duration keep, Path scratch, int attempts) {

    /** For this machine alone, with the bounds of a small site. */
    public static WebSettings loopback(int port, Path scratch) {
        return new WebSettings("127.0.0.1", port, false, 200L << 20, Duration.ofDays(30), scratch, 30);
    }

    /** Bytes of a form at most, its files together. */
    long largestForm() {
        return Math.addExact(Math.multiplyExact(largest, 2), 1 << 20);
    }
}
