package jp.kiyome.archive.rar;

import java.util.Optional;

/** What encrypts a member, without the password. */
sealed interface RarLock {

    /**
     * AES-256 under a key from PBKDF2 with HMAC-SHA-256 (technote, "File encryption record").
     *
     * @param rounds of the key derivation, as a power of two
     * @param check what a right password gives, with its own checksum; empty where not said
     * @param keyedChecksums whether the checksums of the unpacked bytes depend on the key too
     */
    // Nobody compares two of them.
    @SuppressWarnings("ArrayRecordComponent")
    record Version5(int rounds, byte[] salt, byte[] start, Optional<byte[]> check, boolean keyedChecksums)
            implements RarLock {}

    /**
     * AES-128 under a key from many rounds of SHA-1.
     *
     * @param salt eight bytes, or none in old files
     */
    // Nobody compares two of them.
    @SuppressWarnings("ArrayRecordComponent")
    record Version4(byte[] salt) implements RarLock {}
}
