package jp.kiyome.container.cfb;

/** A table of chains: the FAT over the sectors of the file, or the mini FAT over those of the mini stream. */
interface Allocation {

    /** Special values of a table ([MS-CFB] 2.1): all other negative numbers mean nothing here. */
    int FREE = 0xFFFFFFFF;

    int END_OF_CHAIN = 0xFFFFFFFE;
    int FAT_SECTOR = 0xFFFFFFFD;
    int DIFAT_SECTOR = 0xFFFFFFFC;

    /** Bytes of a sector. */
    int unit();

    /** How many sectors there are; valid numbers are less. */
    int count();

    /** What the table says of a sector: the next of its chain, or a special value. */
    int next(int sector);

    /** Where a sector begins in the file. */
    long offset(int sector);
}
