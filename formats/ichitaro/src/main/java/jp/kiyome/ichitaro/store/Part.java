package jp.kiyome.ichitaro.store;

/**
 * One part of a store.
 *
 * @param id as the directory has it; no two are the same
 * @param bytes nobody's but the part's
 */
// Nobody compares two parts.
@SuppressWarnings("ArrayRecordComponent")
public record Part(int id, byte[] bytes) {}
