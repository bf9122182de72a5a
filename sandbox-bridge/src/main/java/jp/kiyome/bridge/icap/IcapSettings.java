package jp.kiyome.bridge.icap;

import java.time.Duration;

/**
 * How a scanner behind ICAP is asked.
 *
 * @param name as the policy calls the source
 * @param mode as what a file is shown to it
 * @param mostBytes larger submissions are not sent
 * @param connections at a time; the server's Max-Connections may lower it
 * @param time for one submission
 */
public record IcapSettings(
        String name, IcapAddress address, IcapMode mode, long mostBytes, int connections, Duration time) {

    public IcapSettings {
        if (mostBytes < 1 || connections < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("settings that ask nothing");
        }
    }

    /** As a response, 25 MiB, four connections, a minute. */
    public static IcapSettings of(String name, IcapAddress address) {
        return new IcapSettings(name, address, IcapMode.RESPMOD, 25L << 20, 4, Duration.ofMinutes(1));
    }

    public IcapSettings withMode(IcapMode other) {
        return new IcapSettings(name, address, other, mostBytes, connections, time);
    }

    public IcapSettings withMostBytes(long other) {
        return new IcapSettings(name, address, mode, other, connections, time);
    }

    public IcapSettings withTime(Duration other) {
        return new IcapSettings(name, address, mode, mostBytes, connections, other);
    }
}
