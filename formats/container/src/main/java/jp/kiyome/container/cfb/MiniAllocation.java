package jp.kiyome.container.cfb;

import jp.kiyome.core.finding.Refusal;

/** The sectors of the mini stream and the mini FAT ([MS-CFB] 2.4). */
final class MiniAllocation implements Allocation {

    private final Bytes in;
    private final SectorAllocation sectors;
    private final int[] table;
    private final int[] stream;
    private final long size;

    /**
     * @param sectors the file's own
     * @param table the sectors of the mini FAT, in order
     * @param stream the sectors of the mini stream, in order
     * @param size bytes of the mini stream
     */
    private MiniAllocation(Bytes in, SectorAllocation sectors, int[] table, int[] stream, long size) {
        this.in = in;
        this.sectors = sectors;
        this.table = table;
        this.stream = stream;
        this.size = size;
    }

    static MiniAllocation read(Bytes in, Header header, SectorAllocation sectors, RawEntry root, Claims claims) {
        int[] table = header.miniFatSectors() == 0
                ? new int[0]
                : Chain.sectors(sectors, header.miniFat(), claims, "mini FAT");
        for (int sector : table) {
            sectors.whole(sector);
        }
        int[] stream = root.size() == 0 ? new int[0] : Chain.sectors(sectors, root.start(), claims, "mini stream");
        if (root.size() > (long) stream.length * sectors.unit()) {
            throw Refusal.of("cfb.chain", "the mini stream is shorter than " + root.size());
        }
        return new MiniAllocation(in, sectors, table, stream, root.size());
    }

    /** Bytes behind the end of the mini stream that are not zero. */
    long slack() {
        long slack = 0;
        for (int i = 0; i < stream.length; i++) {
            long at = sectors.offset(stream[i]);
            long used = Math.clamp(size - (long) i * sectors.unit(), 0, sectors.unit());
            slack += in.notZero(at + used, Math.min(in.size(), at + sectors.unit()));
        }
        return slack;
    }

    @Override
    public int unit() {
        return 1 << Header.MINI_SHIFT;
    }

    @Override
    public int count() {
        return Math.toIntExact((size + unit() - 1) >> Header.MINI_SHIFT);
    }

    @Override
    public int next(int sector) {
        int perSector = sectors.unit() >> 2;
        int at = sector / perSector;
        return at < table.length ? in.i32(sectors.offset(table[at]) + 4L * (sector % perSector)) : FREE;
    }

    @Override
    public long offset(int sector) {
        long at = (long) sector << Header.MINI_SHIFT;
        return sectors.offset(stream[Math.toIntExact(at / sectors.unit())]) + at % sectors.unit();
    }
}
