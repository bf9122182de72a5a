package jp.kiyome.archive.tar;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.archive.Member;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.name.RawName;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/** Reads the headers of a tape archive from its first block to its last. */
final class TarListing {

    /** Japan has no summer time and has had none since 1951. */
    static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    /** Bytes of a name that GNU tar writes before the member. */
    private static final int LONGEST_NAME = 1 << 16;

    /** The largest size that eleven octal digits say. */
    static final long OCTAL = (1L << 33) - 1;

    /** Keys that a member's header is widened by; all others are not carried. */
    private static final Set<String> OBEYED = Set.of("path", "linkpath", "size", "mtime", "hdrcharset");

    private final Content content;
    private final Session session;
    private final List<TarEntry> entries = new ArrayList<>();
    private Map<String, byte[]> pax = new TreeMap<>();
    private Optional<byte[]> longName = Optional.empty();
    private long at;

    private TarListing(Content content, Session session) {
        this.content = content;
        this.session = session;
    }

    static List<TarEntry> of(Content content, Session session) {
        TarListing listing = new TarListing(content, session);
        listing.read();
        return listing.entries;
    }

    private void read() {
        while (at < content.size()) {
            if (content.size() - at < Block.SIZE) {
                end(at);
                return;
            }
            Block block = Block.at(content, at);
            if (block.zero()) {
                end(at);
                return;
            }
            if (!block.summed()) {
                throw Refusal.of("tar.checksum", "at " + at);
            }
            at += Block.SIZE;
            header(block);
        }
        if (!pax.isEmpty() || longName.isPresent()) {
            throw Refusal.of("tar.header", "no member behind its extended header");
        }
        found("tar.end", Action.CHANGED, "");
    }

    private void header(Block block) {
        switch (block.type()) {
            case 'x' -> {
                pax = PaxRecords.read(content, data(block.size()), block.size());
                skip(block.size());
            }
            case 'g' -> global(block);
            case 'L' -> {
                longName = Optional.of(name(block.size()));
                skip(block.size());
            }
            case 'K' -> skip(block.size());
            case 'S', 'M', 'D', 'N' ->
                throw Refusal.of("tar.special", "type " + block.type() + " at " + (at - Block.SIZE));
            default -> member(block);
        }
    }

    /** Says things of all members that follow; only what says nothing of names and sizes can be left out without harm. */
    private void global(Block block) {
        Map<String, byte[]> records = PaxRecords.read(content, data(block.size()), block.size());
        if (records.keySet().stream().anyMatch(OBEYED::contains)
                || records.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse"))) {
            throw Refusal.of("tar.special", "a global header that changes members");
        }
        records.keySet().forEach(key -> found("tar.extended", Action.REMOVED, key));
        skip(block.size());
    }

    private byte[] name(long size) {
        if (size > LONGEST_NAME) {
            throw Refusal.of("tar.header", size + " bytes of name");
        }
        byte[] name = new byte[(int) size];
        content.copy(data(size), name, 0, name.length);
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        return Arrays.copyOf(name, end);
    }

    private void member(Block block) {
        session.budget().entries(1);
        if (block.owned()) {
            found("tar.owner", Action.REMOVED, "");
        }
        for (String key : pax.keySet()) {
            if (key.startsWith("GNU.sparse")) {
                throw Refusal.of("tar.special", "sparse");
            }
            if (!OBEYED.contains(key)) {
                found("tar.extended", Action.REMOVED, key);
            }
        }
        RawName name = named(block);
        MemberKind kind = kind(block.type(), name.bytes());
        // Links have no data whatever their size says (POSIX), and nobody else must think so.
        long size = kind == MemberKind.FILE || block.type() == 'V' ? size(block) : 0;
        if (size == 0 && block.size() != 0) {
            throw Refusal.of("tar.size", Location.ofPart(shown(name)), "a link or folder with data");
        }
        Member member = new Member(entries.size(), name, kind, time(block), OptionalLong.of(size), false, true);
        entries.add(new TarEntry(member, data(size), size));
        skip(size);
        pax = new TreeMap<>();
        longName = Optional.empty();
    }

    private RawName named(Block block) {
        if (pax.containsKey("path")) {
            byte[] path = pax.getOrDefault("path", new byte[0]);
            Optional<Charset> said =
                    pax.containsKey("hdrcharset") ? Optional.empty() : Optional.of(StandardCharsets.UTF_8);
            return new RawName(path, said, Optional.empty());
        }
        return RawName.of(longName.orElseGet(block::name));
    }

    private static String shown(RawName name) {
        return new String(name.bytes(), StandardCharsets.UTF_8);
    }

    private static MemberKind kind(char type, byte[] name) {
        boolean slash = name.length > 0 && name[name.length - 1] == '/';
        return switch (type) {
            case '0', '7', 0 -> slash ? MemberKind.DIRECTORY : MemberKind.FILE;
            case '5' -> MemberKind.DIRECTORY;
            case '1', '2' -> MemberKind.LINK;
            case '3', '4', '6', 'V' -> MemberKind.OTHER;
            default -> throw Refusal.of("tar.special", "type 0x" + Integer.toHexString(type));
        };
    }

    /** A size of an extended header other than the plain one is obeyed by some programs alone: the rest read other members. */
    private long size(Block block) {
        long plain = block.size();
        byte[] wide = pax.get("size");
        if (wide == null) {
            return plain;
        }
        long size = number(new String(wide, StandardCharsets.US_ASCII));
        if (size != plain && size <= OCTAL) {
            throw Refusal.of("tar.size", plain + " and " + size + " bytes");
        }
        return size;
    }

    private Optional<LocalDateTime> time(Block block) {
        byte[] precise = pax.get("mtime");
        String text = precise == null ? "" : new String(precise, StandardCharsets.US_ASCII);
        int dot = text.indexOf('.');
        long seconds = precise == null ? block.time() : number(dot < 0 ? text : text.substring(0, dot));
        try {
            return seconds < 0 || seconds > OCTAL
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.ofEpochSecond(seconds, 0, JAPAN));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw Refusal.of("tar.header", "not a number: " + text);
        }
        return Long.parseLong(text);
    }

    /** The place of {@code size} bytes from here, which must be in the file. */
    private long data(long size) {
        if (size < 0 || size > content.size() - at) {
            throw Refusal.of("tar.truncated", size + " bytes wanted at " + at + " of " + content.size());
        }
        return at;
    }

    /** To the next whole block; the file may end with the bytes of its last member. */
    private void skip(long size) {
        at = Math.min(content.size(), data(size) + (size + Block.SIZE - 1) / Block.SIZE * Block.SIZE);
    }

    /** What follows the end: zeros, what nobody reads, or members that some programs read on to. */
    private void end(long from) {
        if (!pax.isEmpty() || longName.isPresent()) {
            throw Refusal.of("tar.header", "no member behind its extended header");
        }
        boolean rest = false;
        for (long block = from; block < content.size(); block += Block.SIZE) {
            session.budget().checkTime();
            if (content.size() - block >= Block.SIZE) {
                Block there = Block.at(content, block);
                if (!there.zero() && there.summed()) {
                    throw Refusal.of("tar.hidden-member", "at " + block);
                }
                rest |= !there.zero();
            } else {
                rest = true;
            }
        }
        if (rest) {
            found("tar.trailing", Action.REMOVED, Long.toString(content.size() - from));
        }
    }

    private void found(String code, Action action, String detail) {
        session.found(Finding.of(code, action, Location.wholeFile(), detail));
    }
}
