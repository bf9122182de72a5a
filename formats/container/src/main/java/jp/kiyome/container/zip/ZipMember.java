package jp.kiyome.container.zip;

import org.jspecify.annotations.Nullable;

/**
 * A member of an archive, as central directory and local header agree on it.
 *
 * @param name with {@code /} between its steps; ends with one when the member is a folder; never absolute, without
 *     {@code .}, {@code ..} or empty steps and without control characters
 * @param storage how its bytes stand in the archive
 * @param compressedSize bytes in the archive; inside the archive's bounds
 * @param size bytes once decoded, as declared; reading holds it to that
 * @param crc32 CRC-32 of the decoded bytes, as declared; reading holds it to that
 * @param headerAt offset of the local header in the archive
 * @param dataAt offset of the first of the {@code compressedSize} bytes in the archive
 */
public record ZipMember(
        String name, Storage storage, long compressedSize, long size, long crc32, long headerAt, long dataAt) {

    /** Whether this is only the entry of a folder. Such a member has no bytes. */
    public boolean folder() {
        return name.endsWith("/");
    }

    /** The same member at another place of another file. */
    ZipMember movedTo(long header, long data) {
        return new ZipMember(name, storage, compressedSize, size, crc32, header, data);
    }

    // Written out: the equals and hashCode of a record link call sites anew in each process.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZipMember that
                && name.equals(that.name)
                && storage.equals(that.storage)
                && compressedSize == that.compressedSize
                && size == that.size
                && crc32 == that.crc32
                && headerAt == that.headerAt
                && dataAt == that.dataAt;
    }

    @Override
    public int hashCode() {
        return 31
                        * (31
                                        * (31
                                                        * (31
                                                                        * (31
                                                                                        * (31 * name.hashCode()
                                                                                                + storage.hashCode())
                                                                                + Long.hashCode(compressedSize))
                                                                + Long.hashCode(size))
                                                + Long.hashCode(crc32))
                                + Long.hashCode(headerAt))
                + Long.hashCode(dataAt);
    }
}
