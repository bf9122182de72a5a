package jp.kiyome.archive.rar;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import jp.kiyome.archive.block.TimedStream;
import jp.kiyome.archive.block.Unpacked;
import jp.kiyome.archive.rar.RarMember.Packing;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** Unpacks members, with those before them that they are packed with. Not thread-safe. */
final class Chain {

    /** Bytes that matches may reach back at most; programs write 4 to 32 MiB unless told otherwise. */
    private static final long LARGEST_WINDOW = 1 << 26;

    private static final long SMALLEST_WINDOW = 1 << 16;

    private static final ByteTarget NOWHERE = (bytes, offset, length) -> {};

    private final Content content;
    private final List<RarMember> members;
    private final Passwords passwords;
    private final Budget budget;
    private Optional<Unpacker> unpacker = Optional.empty();
    private int next;

    Chain(Content content, List<RarMember> members, Passwords passwords, Budget budget) {
        this.content = content;
        this.members = members;
        this.passwords = passwords;
        this.budget = budget;
    }

    /** Whether a password fits what the lock of a member tells of it. */
    boolean mayFit(int index, String password) {
        return !(members.get(index).lock().orElse(null) instanceof RarLock.Version5 lock)
                || passwords.keys(password, lock).fits(lock);
    }

    /** Unpacks the member at {@code index}, and before it whatever of its chain was not unpacked yet. */
    void unpack(int index, String password, ByteTarget out) {
        if (!members.get(index).isPacked()) {
            unpackOne(members.get(index), password, out);
            return;
        }
        int first = firstOfChain(index);
        if (unpacker.isEmpty() || next <= first || next > index) {
            unpacker = Optional.of(newUnpacker(first));
            next = first;
        }
        for (; next <= index; next++) {
            RarMember member = members.get(next);
            if (member.isPacked()) {
                unpackOne(member, password, next == index ? out : NOWHERE);
            }
        }
    }

    private int firstOfChain(int index) {
        int first = index;
        for (int i = index; members.get(first).solid() && i >= 0; i--) {
            if (members.get(i).isPacked()) {
                first = i;
            }
        }
        return first;
    }

    private Unpacker newUnpacker(int first) {
        long total = 0;
        long window = 0;
        for (int i = first; i < members.size() && (i == first || continues(i)); i++) {
            RarMember member = members.get(i);
            if (member.isPacked()) {
                total = Math.min(LARGEST_WINDOW + 1, total + Math.min(member.size(), LARGEST_WINDOW + 1));
                window = Math.max(window, member.window());
            }
        }
        // No match reaches back farther than what there is.
        long needed = Math.max(SMALLEST_WINDOW, Long.highestOneBit(Math.max(1, total * 2 - 1)));
        long size = Math.min(window, needed);
        if (size > LARGEST_WINDOW) {
            throw Refusal.of("rar.window", Location.wholeFile(), window + " bytes");
        }
        return members.get(first).packing() == Packing.RAR5
                ? new Rar5Unpacker((int) size)
                : new Rar4Unpacker((int) size);
    }

    private boolean continues(int index) {
        return !members.get(index).isPacked() || members.get(index).solid();
    }

    private void unpackOne(RarMember member, String password, ByteTarget out) {
        Location where = RarReader.where(member);
        CRC32 crc = new CRC32();
        Blake2sp blake = new Blake2sp();
        ByteTarget hashed = member.blake2().isEmpty()
                ? out
                : (bytes, offset, length) -> {
                    blake.update(bytes, offset, length);
                    out.write(bytes, offset, length);
                };
        Unpacked target = new Unpacked(member.size(), crc, where, budget, hashed);
        Content packed = content.slice(member.packed(), member.packedSize());
        InputStream in = member.lock()
                .map(lock -> deciphered(packed, lock, password, where))
                .orElseGet(packed::stream);
        if (member.isPacked()) {
            unpacker.orElseThrow().unpack(BitReader.ofBytes(new TimedStream(in, budget), where), member.size(), target);
        } else {
            Stored.copy(in, member.size(), target, member.lock().isPresent());
        }
        target.requireComplete();
        check(member, password, target, blake, where);
    }

    private void check(RarMember member, String password, Unpacked target, Blake2sp blake, Location where) {
        Optional<Rar5Keys> keys = member.lock()
                .filter(RarLock.Version5.class::isInstance)
                .map(RarLock.Version5.class::cast)
                .filter(RarLock.Version5::keyedChecksums)
                .map(lock -> passwords.keys(password, lock));
        if (member.crc32().isPresent()) {
            long said = member.crc32().getAsLong();
            target.requireChecksum(said, keys.isPresent() ? keys.get()::keyed : crc -> crc);
        }
        if (member.blake2().isPresent()) {
            byte[] digest = blake.digest();
            byte[] expected = keys.isPresent() ? keys.get().keyed(digest) : digest;
            if (!Arrays.equals(expected, member.blake2().get())) {
                throw Refusal.of("packed.checksum", where, "BLAKE2sp");
            }
        }
        if (member.crc32().isEmpty() && member.blake2().isEmpty() && member.size() > 0) {
            throw Refusal.of("packed.checksum", where, "none");
        }
    }

    private InputStream deciphered(Content packed, RarLock lock, String password, Location where) {
        if (packed.size() % Deciphered.BLOCK != 0) {
            throw Refusal.of("rar.encryption", where, packed.size() + " bytes");
        }
        return switch (lock) {
            case RarLock.Version5 five ->
                Deciphered.stream(
                        packed.stream(), passwords.keys(password, five).key(), five.start());
            case RarLock.Version4 four -> {
                Rar4Keys keys = passwords.keys(password, four);
                yield Deciphered.stream(packed.stream(), keys.key(), keys.start());
            }
        };
    }
}
