package jp.kiyome.image.jpeg;

/**
 * One component of a frame (T.81 B.2.2, A.2).
 *
 * @param id its identifier in the file
 * @param h horizontal sampling factor, 1 to 4
 * @param v vertical sampling factor, 1 to 4
 * @param quantId destination of its quantisation table, 0 to 3
 * @param blocksWide 8x8 blocks that hold samples of the picture, a line
 * @param blocksHigh lines of such blocks
 */
record Component(int id, int h, int v, int quantId, int blocksWide, int blocksHigh) {

    long blocks() {
        return (long) blocksWide * blocksHigh;
    }
}
