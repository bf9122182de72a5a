package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.util.List;

/** ICO and CUR: a directory and its pictures, one behind the other. */
final class IconWalk implements PictureScan.Walk {

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        int count = in.getShort(4);
        long next = 6 + 16L * count;
        for (int i = 0; i < count; i++) {
            int length = in.getInt(6 + 16 * i + 8);
            int offset = in.getInt(6 + 16 * i + 12);
            if (offset != next) {
                found.add("picture " + i + " not behind the one before");
            }
            next = offset + (long) length;
            byte[] picture = new byte[length];
            in.get(offset, picture);
            if (picture[0] == (byte) 0x89) {
                found.addAll(PictureScan.of(picture));
            } else {
                bitmap(ByteBuffer.wrap(picture).order(in.order()), found);
            }
        }
        if (next != in.capacity()) {
            found.add("bytes behind the pictures");
        }
    }

    private static void bitmap(ByteBuffer in, List<String> found) {
        long width = in.getInt(4);
        long height = in.getInt(8) / 2;
        int bits = in.getShort(14);
        long size = 40 + 4L * in.getInt(32) + ((width * bits + 31) / 32 + (width + 31) / 32) * 4 * height;
        if (in.getInt(0) != 40 || size != in.capacity()) {
            found.add("bitmap of " + in.capacity() + " bytes instead of " + size);
        }
    }
}
