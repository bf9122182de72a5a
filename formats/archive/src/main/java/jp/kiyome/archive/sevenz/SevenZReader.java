package jp.kiyome.archive.sevenz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.Member;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.name.RawName;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.spi.Session;

/** A 7z archive that was opened. Folders are unpacked once, from front to end. */
final class SevenZReader implements ArchiveReader {

    /** {@link #variant} of an archive whose header is encrypted too. */
    static final int LOCKED_HEADER = 1;

    private static final int UNIX = 0x8000;
    private static final int REPARSE_POINT = 0x400;
    private static final int DIRECTORY = 0x10;

    private final Session session;
    private final Decoders decoders;
    private final SevenZHeader header;
    private final List<Member> members = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private boolean searched;
    private int open = -1;
    private int next;
    private InputStream stream = InputStream.nullInputStream();

    /** Where a member's bytes are: the number of its folder and its own in there; -1 for none. */
    private record Place(int folder, int number) {}

    SevenZReader(Content content, Session session) {
        this.session = session;
        this.decoders = new Decoders(content, session.budget());
        this.header = SevenZHeader.read(content, decoders, session);
        session.budget().entries(header.files().size());
        int folder = 0;
        int number = 0;
        for (Listed file : header.files()) {
            while (file.hasStream() && header.folders().get(folder).files().size() == number) {
                folder++;
                number = 0;
            }
            places.add(file.hasStream() ? new Place(folder, number++) : new Place(-1, 0));
            members.add(member(file, places.getLast()));
        }
    }

    private Member member(Listed file, Place place) {
        boolean encrypted =
                place.folder >= 0 && header.folders().get(place.folder).encrypted();
        long size = place.folder < 0
                ? 0
                : header.folders().get(place.folder).files().get(place.number).size();
        Optional<LocalDateTime> time =
                file.modified().isPresent() ? FileTime.read(file.modified().getAsLong()) : Optional.empty();
        return new Member(
                members.size(), RawName.of(file.name()), kind(file), time, OptionalLong.of(size), encrypted, false);
    }

    private static MemberKind kind(Listed file) {
        int type = (file.attributes() & UNIX) != 0 ? (int) (file.attributes() >>> 16) & 0170000 : 0;
        if (type == 0120000 || (file.attributes() & REPARSE_POINT) != 0) {
            return MemberKind.LINK;
        }
        boolean special = type != 0 && type != 0100000 && type != 0040000;
        boolean folder = !file.hasStream() && !file.emptyFile();
        boolean saidFolder = type == 0040000 || (file.attributes() & DIRECTORY) != 0;
        if (special || file.anti() || saidFolder && !folder) {
            return MemberKind.OTHER;
        }
        return folder ? MemberKind.DIRECTORY : MemberKind.FILE;
    }

    @Override
    public List<Member> members() {
        return List.copyOf(members);
    }

    @Override
    public void read(Member member, OutputStream target) throws IOException {
        Place place = places.get(member.index());
        if (place.folder < 0) {
            return;
        }
        if (member.encrypted()) {
            password();
        }
        Folder folder = header.folders().get(place.folder);
        if (open != place.folder) {
            close();
            stream = decoders.open(folder);
            open = place.folder;
            next = 0;
        }
        while (next < place.number) {
            copy(folder.files().get(next++), OutputStream.nullOutputStream(), "");
        }
        next++;
        copy(
                folder.files().get(place.number),
                target,
                header.files().get(member.index()).name());
    }

    /** The stream's own errors are the archive's; those of the target are not. */
    private void copy(Folder.Packed file, OutputStream target, String name) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(1, file.size()))];
        for (long left = file.size(); left > 0; ) {
            int count = unpack(buffer, (int) Math.min(buffer.length, left), name);
            session.budget().decode(count);
            crc.update(buffer, 0, count);
            target.write(buffer, 0, count);
            left -= count;
        }
        if (file.crc32().isPresent() && file.crc32().getAsLong() != crc.getValue()) {
            throw Refusal.of("sevenz.crc", Location.ofPart(name), "");
        }
    }

    private int unpack(byte[] buffer, int wanted, String name) {
        try {
            int count = stream.read(buffer, 0, wanted);
            if (count > 0) {
                return count;
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw Refusal.of("sevenz.data", Location.ofPart(name), String.valueOf(broken.getMessage()));
        }
        throw Refusal.of("sevenz.data", Location.ofPart(name), "ends early");
    }

    @Override
    public Optional<String> password() {
        if (!searched) {
            searched = true;
            if (!header.locked()) {
                header.folders().stream().filter(Folder::encrypted).findFirst().ifPresent(this::search);
            }
        }
        return decoders.password();
    }

    /** The format has no other sign of a wrong password than a first file with another check sum. */
    private void search(Folder folder) {
        for (String password : session.passwords()) {
            session.budget().checkTime();
            decoders.use(password);
            try (InputStream first = decoders.open(folder)) {
                stream = first;
                for (Folder.Packed file :
                        folder.files().subList(0, Math.min(1, folder.files().size()))) {
                    copy(file, OutputStream.nullOutputStream(), "");
                }
                return;
            } catch (Refusal | IOException wrongPassword) {
                if (wrongPassword instanceof LimitReached limit) {
                    throw limit;
                }
            }
        }
        throw new PasswordNeeded("7z: " + session.passwords().size() + " passwords tried");
    }

    @Override
    public boolean weaklyEncrypted() {
        return decoders.password().isPresent() && header.folders().stream().anyMatch(folder -> !folder.encrypted());
    }

    @Override
    public int variant() {
        return header.locked() ? LOCKED_HEADER : 0;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FILETIME: 100 ns since 1601-01-01 UTC. */
    static final class FileTime {

        private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
        private static final long TO_1970 = 11_644_473_600L;
        private static final long SECOND = 10_000_000;

        /** 1601 to 9999. */
        private static final long LAST = 2_650_467_744_000_000_000L;

        private FileTime() {}

        static Optional<LocalDateTime> read(long value) {
            if (value <= 0 || value >= LAST) {
                return Optional.empty();
            }
            int nanos = (int) (value % SECOND) * 100;
            return Optional.of(LocalDateTime.ofEpochSecond(value / SECOND - TO_1970, nanos, JAPAN));
        }

        @SuppressWarnings("JavaLocalDateTimeGetNano")
        static long of(LocalDateTime moment) {
            return (moment.toEpochSecond(JAPAN) + TO_1970) * SECOND + moment.getNano() / 100;
        }
    }
}
