package jp.kiyome.bridge.retro;

import java.time.Instant;
import jp.kiyome.core.finding.Untrusted;

/**
 * That somebody received something.
 *
 * @param recipient an address or an account
 * @param reference of the item in the store
 * @param name what the file was called
 */
public record Delivery(Untrusted recipient, String reference, Untrusted name, Instant at) {}
