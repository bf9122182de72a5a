package jp.kiyome.container.cfb;

import java.util.List;
import jp.kiyome.core.finding.Refusal;

/**
 * Where everything stands in a file to be written: FAT, DIFAT, directory, mini FAT, mini stream, and the larger streams in the
 * order of the directory. No sector is free and no chain has a gap, so a chain is its first sector and its length.
 */
final class NewLayout {

    /** Version 3 ends here ([MS-CFB] 2.6.3). */
    private static final long MOST_BYTES = 1L << 31;

    static final int SECTOR = 512;
    static final int MINI_SECTOR = 1 << Header.MINI_SHIFT;
    private static final int NUMBERS_IN_SECTOR = SECTOR / 4;

    final int fatSectors;
    final int difatSectors;
    final int directory;
    final int directorySectors;
    final int miniFat;
    final int miniFatSectors;
    final int miniStream;
    final long miniStreamSize;
    final int streams;
    final int sectors;

    NewLayout(List<NewDirectory.Node> nodes) {
        long miniSectors = 0;
        long streamSectors = 0;
        for (NewDirectory.Node node : nodes) {
            long size = size(node.entry);
            if (size < Header.MINI_CUTOFF) {
                miniSectors += up(size, MINI_SECTOR);
            } else {
                streamSectors += up(size, SECTOR);
            }
        }
        if ((miniSectors * MINI_SECTOR) + streamSectors * SECTOR > MOST_BYTES - (MOST_BYTES >> 5)) {
            throw Refusal.of("cfb.too-large", Long.toString(streamSectors * SECTOR));
        }
        directorySectors = (int) up(nodes.size(), SECTOR / RawEntry.SIZE);
        miniFatSectors = (int) up(miniSectors, NUMBERS_IN_SECTOR);
        miniStreamSize = miniSectors * MINI_SECTOR;
        int content = (int) (directorySectors + miniFatSectors + up(miniStreamSize, SECTOR) + streamSectors);
        fatSectors = fatSectors(content);
        difatSectors = difatSectors(fatSectors);
        directory = fatSectors + difatSectors;
        miniFat = directory + directorySectors;
        miniStream = miniFat + miniFatSectors;
        streams = miniStream + (int) up(miniStreamSize, SECTOR);
        sectors = directory + content;
    }

    /** The FAT counts itself and the DIFAT, so it grows until it is enough. */
    private static int fatSectors(int content) {
        int fat = 1;
        while ((long) fat * NUMBERS_IN_SECTOR < (long) content + fat + difatSectors(fat)) {
            fat++;
        }
        return fat;
    }

    private static int difatSectors(int fatSectors) {
        return (int) up(Math.max(0, fatSectors - Header.DIFAT_ENTRIES), NUMBERS_IN_SECTOR - 1);
    }

    static long size(NewEntry entry) {
        return switch (entry) {
            case NewEntry.Storage storage -> 0;
            case NewEntry.Stream stream -> stream.content().size();
        };
    }

    static long up(long size, int unit) {
        return (size + unit - 1) / unit;
    }
}
