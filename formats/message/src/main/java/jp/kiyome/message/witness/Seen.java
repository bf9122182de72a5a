package jp.kiyome.message.witness;

/**
 * A part that a reader sees.
 *
 * @param type its media type, lower case; empty where the reader gives none
 * @param bytes what the reader decodes
 */
public record Seen(String type, Fingerprint bytes) {}
