package jp.kiyome.archive.sevenz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import jp.kiyome.core.finding.Refusal;

/** Reads the list of files (7zFormat.txt, "FilesInfo"). */
final class FilesInfo {

    /** UTF-16 units of a name. */
    private static final int LONGEST_NAME = 1 << 15;

    private final int count;
    private final OptionalLong[] modified;
    private final long[] attributes;
    private List<String> names = List.of();
    private BitSet empty = new BitSet();
    private BitSet emptyFiles = new BitSet();
    private BitSet anti = new BitSet();
    private boolean otherTimes;

    private FilesInfo(int count) {
        this.count = count;
        this.modified = new OptionalLong[count];
        Arrays.fill(modified, OptionalLong.empty());
        this.attributes = new long[count];
    }

    /** @param otherTimes run when there are times of creation or access */
    static List<Listed> read(HeaderInput in, Runnable otherTimes) {
        // A name has one unit at the least, and its end one more.
        FilesInfo files = new FilesInfo(in.count(16));
        for (int id = in.u8(); id != Id.END; id = in.u8()) {
            files.property(id, in.part(in.number()));
        }
        if (files.names.size() != files.count) {
            throw HeaderInput.broken(files.names.size() + " names of " + files.count + " files");
        }
        if (files.otherTimes) {
            otherTimes.run();
        }
        return files.listed();
    }

    private void property(int id, HeaderInput in) {
        switch (id) {
            case Id.EMPTY_STREAM -> empty = in.bits(count);
            case Id.EMPTY_FILE -> emptyFiles = in.bits(empty.cardinality());
            case Id.ANTI -> anti = in.bits(empty.cardinality());
            case Id.NAMES -> names(in);
            case Id.MODIFIED -> modified(in);
            case Id.ATTRIBUTES -> attributes(in);
            case Id.CREATED, Id.ACCESSED -> otherTimes = true;
            case Id.DUMMY, Id.START -> {
                return;
            }
            default -> throw Refusal.of("sevenz.header", "property " + id + " of files");
        }
        if (id != Id.CREATED && id != Id.ACCESSED) {
            in.expectEnd();
        }
    }

    private void names(HeaderInput in) {
        in.expect(0);
        byte[] text = in.take(in.left());
        List<String> read = new ArrayList<>();
        int from = 0;
        for (int at = 0; at + 1 < text.length; at += 2) {
            if (text[at] == 0 && text[at + 1] == 0) {
                if (at - from > 2 * LONGEST_NAME) {
                    throw HeaderInput.broken("a name of " + (at - from) + " bytes");
                }
                read.add(new String(text, from, at - from, StandardCharsets.UTF_16LE));
                from = at + 2;
            }
        }
        if (from != text.length) {
            throw HeaderInput.broken("names without end");
        }
        names = read;
    }

    private void modified(HeaderInput in) {
        BitSet there = in.bitsOrAll(count);
        in.expect(0);
        for (int i = there.nextSetBit(0); i >= 0; i = there.nextSetBit(i + 1)) {
            modified[i] = OptionalLong.of(in.u64());
        }
    }

    private void attributes(HeaderInput in) {
        BitSet there = in.bitsOrAll(count);
        in.expect(0);
        for (int i = there.nextSetBit(0); i >= 0; i = there.nextSetBit(i + 1)) {
            attributes[i] = in.u32();
        }
    }

    private List<Listed> listed() {
        List<Listed> listed = new ArrayList<>(count);
        int number = 0;
        for (int i = 0; i < count; i++) {
            boolean without = empty.get(i);
            listed.add(new Listed(
                    names.get(i),
                    !without,
                    without && emptyFiles.get(number),
                    without && anti.get(number),
                    modified[i],
                    attributes[i]));
            number += without ? 1 : 0;
        }
        return listed;
    }
}
