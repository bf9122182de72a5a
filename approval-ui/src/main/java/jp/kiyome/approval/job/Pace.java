package jp.kiyome.approval.job;

import java.time.Duration;

/**
 * How fast a job goes.
 *
 * @param rate items in a minute
 * @param left time that the others will take at this rate
 */
public record Pace(long rate, Duration left) {}
