package jp.kiyome.bridge.clamd;

import java.time.Duration;
import jp.kiyome.bridge.wire.Address;

/**
 * How a clamd is asked.
 *
 * @param name as the policy calls the source
 * @param mostBytes larger submissions are not sent; clamd's StreamMaxLength, MaxFileSize and MaxScanSize must be no smaller
 * @param connections at a time; no more than clamd's MaxThreads is of use
 * @param time for one submission, waiting for a free connection included
 * @param idle connections unused for longer are not used again; less than clamd's IdleTimeout and ReadTimeout
 */
public record ClamdSettings(
        String name, Address address, long mostBytes, int connections, Duration time, Duration idle) {

    public ClamdSettings {
        if (mostBytes < 1 || connections < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("settings that ask nothing");
        }
    }

    /** 25 MiB, which is within clamd's own defaults; four connections, a minute. */
    public static ClamdSettings of(String name, Address address) {
        return new ClamdSettings(name, address, 25L << 20, 4, Duration.ofMinutes(1), Duration.ofSeconds(5));
    }

    public ClamdSettings withMostBytes(long bytes) {
        return new ClamdSettings(name, address, bytes, connections, time, idle);
    }

    public ClamdSettings withTime(Duration other) {
        return new ClamdSettings(name, address, mostBytes, connections, other, idle);
    }

    public ClamdSettings withConnections(int other) {
        return new ClamdSettings(name, address, mostBytes, other, time, idle);
    }
}
