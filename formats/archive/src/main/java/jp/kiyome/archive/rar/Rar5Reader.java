package jp.kiyome.archive.rar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Cipher;
import jp.kiyome.archive.block.Fields;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/** Reads the blocks of a RAR 5 archive (technote, "General archive structure"), each held to its CRC. */
final class Rar5Reader {

    static final byte[] SIGNATURE = {'R', 'a', 'r', '!', 0x1A, 0x07, 0x01, 0x00};

    private static final int MAIN = 1;
    private static final int FILE = 2;
    private static final int SERVICE = 3;
    private static final int ENCRYPTION = 4;
    private static final int END = 5;

    private static final int HAS_EXTRA = 0x01;
    private static final int HAS_DATA = 0x02;
    private static final int SKIP_IF_UNKNOWN = 0x04;
    private static final int SPLIT = 0x08 | 0x10;

    /** Of the main and the end block: the archive is, or goes on in, another file. */
    private static final int VOLUME = 0x01;

    /** CRC, then a length of three bytes at most. */
    private static final int PREFIX = 4 + 3;

    private final Content content;
    private final Session session;
    private final List<RarMember> members = new ArrayList<>();
    private Optional<Rar5Keys> keys = Optional.empty();
    private Optional<String> password = Optional.empty();
    private long at = SIGNATURE.length;

    private Rar5Reader(Content content, Session session) {
        this.content = content;
        this.session = session;
    }

    static RarListing read(Content content, Session session) {
        Rar5Reader reader = new Rar5Reader(content, session);
        reader.run();
        return new RarListing(List.copyOf(reader.members), reader.password);
    }

    private void run() {
        boolean begun = false;
        while (at < content.size()) {
            session.budget().entries(1);
            Fields block = next();
            int type = (int) Math.min(block.variable(), Integer.MAX_VALUE);
            int flags = (int) block.variable();
            int extra = (flags & HAS_EXTRA) == 0 ? 0 : block.count();
            long data = (flags & HAS_DATA) == 0 ? 0 : block.variable();
            if ((flags & SPLIT) != 0) {
                throw refusal("rar.volume", "");
            }
            long dataAt = at;
            block.require(data <= content.size() - at && extra <= block.left(), "data is cut off");
            at += data;
            block.require(begun || type == MAIN || type == ENCRYPTION, "it does not begin with a main header");
            begun |= type == MAIN;
            if (type == END) {
                end(block);
                return;
            }
            handle(type, flags, block, new Rar5FileHeader.Place(dataAt, data, extra));
        }
        throw refusal(RarListing.CODE, "no end");
    }

    private void handle(int type, int flags, Fields block, Rar5FileHeader.Place place) {
        switch (type) {
            case MAIN -> {
                if ((block.variable() & VOLUME) != 0) {
                    throw refusal("rar.volume", "");
                }
            }
            case FILE -> members.add(Rar5FileHeader.read(block, place));
            case SERVICE -> service(Rar5FileHeader.serviceName(block));
            case ENCRYPTION -> unlock(block);
            default -> {
                block.require((flags & SKIP_IF_UNKNOWN) != 0, "a block of type " + type);
                found("rar.service", "type " + type);
            }
        }
    }

    private void end(Fields block) {
        if ((block.variable() & VOLUME) != 0) {
            throw refusal("rar.volume", "");
        }
        if (at < content.size()) {
            found("rar.trailing", content.size() - at + " bytes");
        }
    }

    /** Copies of headers and recovery data say nothing new; comments, rights and streams are told. */
    private void service(String name) {
        if (!name.equals("QO") && !name.equals("RR")) {
            found("rar.service", name);
        }
    }

    private void unlock(Fields block) {
        block.require(keys.isEmpty() && members.isEmpty(), "an encryption header too late");
        block.require(block.variable() == 0, "an unknown encryption");
        boolean checked = (block.variable() & 1) != 0;
        int rounds = block.u8();
        byte[] salt = block.bytes(16);
        Optional<byte[]> check = checked ? Optional.of(block.bytes(12)) : Optional.empty();
        RarLock.Version5 lock = new RarLock.Version5(rounds, salt, new byte[Deciphered.BLOCK], check, false);
        for (String candidate : session.passwords()) {
            Rar5Keys made = Rar5Keys.of(candidate, lock, session.budget());
            if (made.fits(lock)) {
                keys = Optional.of(made);
                password = Optional.of(candidate);
                return;
            }
        }
        throw new PasswordNeeded("RAR 5, encrypted headers");
    }

    /** The fields of the next block, after its length; {@link #at} is behind the header then. */
    private Fields next() {
        byte[] header = keys.isPresent() ? decrypted(keys.get()) : plain();
        Fields in = Fields.of(header, RarListing.CODE);
        long declared = in.u32();
        CRC32 crc = new CRC32();
        crc.update(header, 4, header.length - 4);
        in.require(crc.getValue() == declared, "the CRC of a header is wrong");
        in.variable();
        return in;
    }

    private byte[] plain() {
        int available = (int) Math.min(PREFIX, content.size() - at);
        int length = length(Fields.of(content, at, available, RarListing.CODE));
        byte[] header = Fields.of(content, at, length, RarListing.CODE).rest();
        at += length;
        return header;
    }

    /** Bytes of a header, from its CRC on. */
    private static int length(Fields in) {
        in.u32();
        long size = in.variable();
        in.require(size > 0 && size <= RarListing.LONGEST_HEADER, "a header of " + size + " bytes");
        return in.at() + (int) size;
    }

    private byte[] decrypted(Rar5Keys with) {
        byte[] start = Fields.of(content, at, Deciphered.BLOCK, RarListing.CODE).rest();
        long begin = at + Deciphered.BLOCK;
        Cipher cipher = Deciphered.cipher(with.key(), start);
        byte[] first = cipher.update(
                Fields.of(content, begin, Deciphered.BLOCK, RarListing.CODE).rest());
        int length = length(Fields.of(first, RarListing.CODE));
        int padded = length + Deciphered.BLOCK - 1 & -Deciphered.BLOCK;
        byte[] header = Arrays.copyOf(first, padded);
        if (padded > Deciphered.BLOCK) {
            int more = padded - Deciphered.BLOCK;
            byte[] rest = cipher.update(Fields.of(content, begin + Deciphered.BLOCK, more, RarListing.CODE)
                    .rest());
            System.arraycopy(rest, 0, header, Deciphered.BLOCK, more);
        }
        at = begin + padded;
        return Arrays.copyOf(header, length);
    }

    private void found(String code, String detail) {
        session.found(Finding.of(code, Action.REMOVED, Location.wholeFile(), detail));
    }

    private static Refusal refusal(String code, String detail) {
        return Refusal.of(code, Location.wholeFile(), detail);
    }
}
