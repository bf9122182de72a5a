package jp.kiyome.quarantine.retro;

/**
 * Who is asked again, as it is now.
 *
 * @param name the same for the same source of the same part of an organisation; at most 512 characters
 * @param version what its answers depend on
 */
public record Asker(String name, String version) {}
