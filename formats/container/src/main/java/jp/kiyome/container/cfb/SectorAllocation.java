package jp.kiyome.container.cfb;

import jp.kiyome.core.finding.Refusal;

/** The sectors of the file and the FAT ([MS-CFB] 2.3). */
final class SectorAllocation implements Allocation {

    private final Bytes in;
    private final Header header;
    private final int count;
    private int[] fat = {};

    private SectorAllocation(Bytes in, Header header) {
        this.in = in;
        this.header = header;
        long behindHeader = Math.max(0, in.size() - header.sectorSize());
        this.count = Math.toIntExact((behindHeader + header.sectorSize() - 1) >> header.shift());
    }

    /** Reads the DIFAT ([MS-CFB] 2.5), and claims its sectors and the FAT's. */
    static SectorAllocation read(Bytes in, Header header, Claims claims) {
        SectorAllocation sectors = new SectorAllocation(in, header);
        if (header.fatSectors() < 0 || header.fatSectors() > sectors.count) {
            throw Refusal.of("cfb.fat", header.fatSectors() + " sectors of " + sectors.count);
        }
        claims.over(sectors.count);
        sectors.readDifat(claims);
        return sectors;
    }

    private void readDifat(Claims claims) {
        fat = new int[header.fatSectors()];
        int read = readDifat(Header.DIFAT_AT, Header.DIFAT_ENTRIES, 0, claims);
        int difat = header.difat();
        int inSector = (unit() >> 2) - 1;
        for (int i = 0; i < header.difatSectors(); i++) {
            claims.claim(difat, "DIFAT");
            long at = whole(difat);
            read = readDifat(at, inSector, read, claims);
            difat = in.i32(at + 4L * inSector);
        }
        boolean ended = difat == END_OF_CHAIN || difat == FREE;
        if (read != fat.length || (header.difatSectors() > 0 && !ended)) {
            throw Refusal.of("cfb.fat", "the DIFAT names " + read + " of " + fat.length + " sectors");
        }
    }

    private int readDifat(long at, int entries, int read, Claims claims) {
        int found = read;
        for (int i = 0; i < entries; i++) {
            int sector = in.i32(at + 4L * i);
            if (found < fat.length) {
                claims.claim(sector, "FAT");
                whole(sector);
                fat[found++] = sector;
            } else if (sector != FREE) {
                throw Refusal.of("cfb.fat", "the DIFAT names more than " + fat.length + " sectors");
            }
        }
        return found;
    }

    /** Where a sector begins that must be there to its end, as those of the tables must. */
    long whole(int sector) {
        long at = offset(sector);
        in.require(at, unit());
        return at;
    }

    @Override
    public int unit() {
        return header.sectorSize();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int next(int sector) {
        int perSector = unit() >> 2;
        int table = sector / perSector;
        return table < fat.length ? in.i32(offset(fat[table]) + 4L * (sector % perSector)) : FREE;
    }

    @Override
    public long offset(int sector) {
        return (sector + 1L) << header.shift();
    }
}
