package jp.kiyome.container.cfb;

/**
 * A stream of a {@link CompoundFile}, which opens it.
 *
 * @param size bytes
 * @param start its first sector, or mini sector where it is smaller than the cutoff; means nothing when it is empty
 */
public record CompoundStream(String name, long size, int start) implements CompoundEntry {}
