package jp.kiyome.archive.rar;

import java.nio.charset.StandardCharsets;
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

/** Reads the blocks of a RAR archive of versions 2.9 to 4, each held to its CRC. */
final class Rar4Reader {

    static final byte[] SIGNATURE = {'R', 'a', 'r', '!', 0x1A, 0x07, 0x00};

    private static final int MAIN = 0x73;
    private static final int FILE = 0x74;
    private static final int FIRST_OLD = 0x75;
    private static final int LAST_OLD = 0x79;
    private static final int SERVICE = 0x7A;
    private static final int END = 0x7B;

    private static final int HAS_DATA = 0x8000;
    private static final int MAIN_VOLUME = 0x0001;
    private static final int MAIN_ENCRYPTED = 0x0080;
    private static final int END_VOLUME = 0x0001;

    /** CRC, type, flags, length. */
    private static final int PREFIX = 7;

    private static final int SALT = 8;

    private final Content content;
    private final Session session;
    private final List<RarMember> members = new ArrayList<>();
    private Optional<String> password = Optional.empty();
    private boolean encrypted;
    private long at = SIGNATURE.length;

    private Rar4Reader(Content content, Session session) {
        this.content = content;
        this.session = session;
    }

    static RarListing read(Content content, Session session) {
        Rar4Reader reader = new Rar4Reader(content, session);
        reader.run();
        return new RarListing(List.copyOf(reader.members), reader.password);
    }

    private void run() {
        boolean begun = false;
        while (at < content.size()) {
            session.budget().entries(1);
            Fields block = next();
            block.skip(2);
            int type = block.u8();
            int flags = block.u16();
            block.skip(2);
            block.require(begun == (type != MAIN), "it does not begin with one main header");
            begun = true;
            if (type == END) {
                end(flags);
                return;
            }
            handle(type, flags, block);
        }
        // Old programs write no end.
    }

    private void handle(int type, int flags, Fields block) {
        switch (type) {
            case MAIN -> {
                encrypted = (flags & MAIN_ENCRYPTED) != 0;
                if ((flags & MAIN_VOLUME) != 0) {
                    throw refusal("rar.volume");
                }
            }
            case FILE -> {
                RarMember member = Rar4FileHeader.read(block, flags, at, content.size() - at);
                members.add(member);
                at += member.packedSize();
            }
            case SERVICE -> {
                RarMember service = Rar4FileHeader.read(block, flags, at, content.size() - at);
                at += service.packedSize();
                service(new String(service.name().bytes(), StandardCharsets.ISO_8859_1));
            }
            default -> {
                block.require(type >= FIRST_OLD && type <= LAST_OLD, "a block of type " + type);
                long data = (flags & HAS_DATA) == 0 ? 0 : block.u32();
                block.require(data <= content.size() - at, "data is cut off");
                at += data;
                service("type " + type);
            }
        }
    }

    private void end(int flags) {
        if ((flags & END_VOLUME) != 0) {
            throw refusal("rar.volume");
        }
        if (at < content.size()) {
            found("rar.trailing", content.size() - at + " bytes");
        }
    }

    private void service(String name) {
        if (!name.equals("RR")) {
            found("rar.service", name);
        }
    }

    /** The next block from its first byte; {@link #at} is behind the header then. */
    private Fields next() {
        if (!encrypted) {
            int length = length(Fields.of(content, at, PREFIX, RarListing.CODE).rest());
            byte[] header = Fields.of(content, at, length, RarListing.CODE).rest();
            at += length;
            Fields in = Fields.of(header, RarListing.CODE);
            in.require(isSound(header), "the CRC of a header is wrong");
            return in;
        }
        for (String candidate : password.map(List::of).orElse(session.passwords())) {
            Optional<byte[]> header = decrypted(candidate);
            if (header.isPresent()) {
                password = Optional.of(candidate);
                return Fields.of(header.get(), RarListing.CODE);
            }
        }
        if (password.isPresent()) {
            throw Refusal.of(RarListing.CODE, Location.wholeFile(), "the CRC of a header is wrong");
        }
        throw new PasswordNeeded("RAR 4, encrypted headers");
    }

    private static int length(byte[] prefix) {
        return prefix[5] & 0xFF | (prefix[6] & 0xFF) << 8;
    }

    private static boolean isSound(byte[] header) {
        if (header.length < PREFIX) {
            return false;
        }
        CRC32 crc = new CRC32();
        crc.update(header, 2, header.length - 2);
        return (crc.getValue() & 0xFFFF) == (header[0] & 0xFF | (header[1] & 0xFF) << 8);
    }

    /** The header as the password opens it; empty when it is not the right one. */
    private Optional<byte[]> decrypted(String candidate) {
        Fields salt = Fields.of(content, at, SALT, RarListing.CODE);
        Rar4Keys keys = Rar4Keys.of(candidate, salt.rest(), session.budget());
        Cipher cipher = Deciphered.cipher(keys.key(), keys.start());
        long begin = at + SALT;
        byte[] first = cipher.update(
                Fields.of(content, begin, Deciphered.BLOCK, RarListing.CODE).rest());
        int length = length(first);
        int padded = length + Deciphered.BLOCK - 1 & -Deciphered.BLOCK;
        if (padded == 0 || padded > content.size() - begin) {
            return Optional.empty();
        }
        byte[] header = Arrays.copyOf(first, padded);
        int more = padded - Deciphered.BLOCK;
        if (more > 0) {
            byte[] rest = cipher.update(Fields.of(content, begin + Deciphered.BLOCK, more, RarListing.CODE)
                    .rest());
            System.arraycopy(rest, 0, header, Deciphered.BLOCK, more);
        }
        byte[] cut = Arrays.copyOf(header, length);
        if (!isSound(cut)) {
            return Optional.empty();
        }
        at = begin + padded;
        return Optional.of(cut);
    }

    private void found(String code, String detail) {
        session.found(Finding.of(code, Action.REMOVED, Location.wholeFile(), detail));
    }

    private static Refusal refusal(String code) {
        return Refusal.of(code, Location.wholeFile(), "");
    }
}
