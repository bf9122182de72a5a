package jp.kiyome.archive.sevenz;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * What an archive's header says.
 *
 * @param locked whether it was itself encrypted
 */
record SevenZHeader(List<Folder> folders, List<Listed> files, boolean locked) {

    /** Reads the header, unpacks it where it is packed, and finds the password for that among those at hand. */
    static SevenZHeader read(Content content, Decoders decoders, Session session) {
        Signature signature = Signature.read(content);
        if (signature.size() == 0) {
            return new SevenZHeader(List.of(), List.of(), false);
        }
        HeaderInput in = new HeaderInput(signature.header(content));
        long used = Signature.SIZE + signature.size();
        boolean locked = false;
        int id = in.u8();
        if (id == Id.ENCODED_HEADER) {
            List<Folder> packed = StreamsInfo.read(in, signature.at());
            in.expectEnd();
            if (packed.size() != 1) {
                throw HeaderInput.broken("a packed header in " + packed.size() + " folders");
            }
            locked = packed.getFirst().encrypted();
            used += packed.getFirst().packed();
            in = new HeaderInput(unpacked(packed.getFirst(), decoders, session));
            id = in.u8();
        }
        if (id != Id.HEADER) {
            throw HeaderInput.broken("no header");
        }
        SevenZHeader header = body(in, signature.at(), locked, session);
        used += header.folders.stream().mapToLong(Folder::packed).sum();
        if (used != content.size()) {
            String bytes = Long.toString(content.size() - used);
            session.found(Finding.of("sevenz.gap", Action.REMOVED, Location.wholeFile(), bytes));
        }
        return header;
    }

    private static SevenZHeader body(HeaderInput in, long dataEnd, boolean locked, Session session) {
        List<Folder> folders = List.of();
        List<Listed> files = List.of();
        int id = in.u8();
        if (id == Id.ARCHIVE_PROPERTIES) {
            // An id is a number like all others ("ArchiveProperties").
            while (in.number() != Id.END) {
                in.part(in.number());
                session.found(Finding.of("sevenz.gap", Action.REMOVED, Location.wholeFile(), "properties"));
            }
            id = in.u8();
        }
        if (id == Id.MAIN_STREAMS) {
            folders = List.copyOf(StreamsInfo.read(in, dataEnd));
            id = in.u8();
        }
        if (id == Id.FILES) {
            files = FilesInfo.read(
                    in, () -> session.found(Finding.of("sevenz.times", Action.REMOVED, Location.wholeFile())));
            id = in.u8();
        }
        if (id != Id.END) {
            throw HeaderInput.broken("header without end");
        }
        in.expectEnd();
        long streams =
                folders.stream().mapToLong(folder -> folder.files().size()).sum();
        if (streams != files.stream().filter(Listed::hasStream).count()) {
            throw HeaderInput.broken("files and streams do not match");
        }
        return new SevenZHeader(folders, files, locked);
    }

    private static byte[] unpacked(Folder folder, Decoders decoders, Session session) {
        if (folder.unpacked() > Signature.LONGEST) {
            throw HeaderInput.broken(folder.unpacked() + " bytes");
        }
        session.budget().decode(folder.unpacked());
        if (!folder.encrypted()) {
            return bytes(folder, decoders);
        }
        for (String password : session.passwords()) {
            decoders.use(password);
            try {
                return bytes(folder, decoders);
            } catch (Refusal wrongPassword) {
                session.budget().checkTime();
            }
        }
        throw new PasswordNeeded("7z: " + session.passwords().size() + " passwords tried");
    }

    private static byte[] bytes(Folder folder, Decoders decoders) {
        try (InputStream in = decoders.open(folder)) {
            byte[] header = in.readAllBytes();
            if (folder.crc32().isEmpty() || folder.crc32().getAsLong() != Signature.crc(header)) {
                throw Refusal.of("sevenz.crc", "header");
            }
            return header;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw Refusal.of("sevenz.data", "header: " + broken.getMessage());
        }
    }
}
