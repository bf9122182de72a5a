package jp.kiyome.testcorpus.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a rebuild cannot be faster than: inflating the members of a ZIP file and deflating them again at the same level. The
 * members of the package alone, or also the deflate streams inside its PNG pictures, which a rebuild inflates and deflates too.
 * Shares no code with the engine.
 */
final class LowerBound {

    private static final int LEVEL = 4;

    private final int level;

    private final List<byte[]> deflated = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private long bytes;

    /** Prepares the members of a file, which is not timed. */
    static LowerBound ofMembers(byte[] zip) {
        return ofMembers(zip, LEVEL);
    }

    /** The same at another level of the deflater. */
    static LowerBound ofMembers(byte[] zip, int level) {
        return new LowerBound(zip, false, level);
    }

    /** The same with the deflate streams inside PNG pictures. */
    static LowerBound withPictures(byte[] zip) {
        return new LowerBound(zip, true, LEVEL);
    }

    private LowerBound(byte[] zip, boolean pictures, int level) {
        this.level = level;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] member = in.readAllBytes();
                deflated.add(deflate(member));
                if (pictures && PngStream.in(member)) {
                    deflated.add(deflate(PngStream.samples(member)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Inflates and deflates every member once. */
    void run() {
        for (byte[] member : deflated) {
            bytes += deflate(inflate(member)).length;
        }
    }

    private byte[] inflate(byte[] member) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(member.length * 4);
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(member);
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("we deflated it ourselves", e);
        }
        return out.toByteArray();
    }

    private byte[] deflate(byte[] member) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(member.length / 3 + 64);
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setInput(member);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    /** Bytes deflated so far, so that no compiler finds the work useless. */
    long bytes() {
        return bytes;
    }
}
