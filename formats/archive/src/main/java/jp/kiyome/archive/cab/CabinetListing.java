package jp.kiyome.archive.cab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import jp.kiyome.archive.block.Fields;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * The headers of a cabinet, checked: nothing overlaps, nothing points outside, no file claims another's bytes.
 *
 * @param folders in their order
 * @param files in the order in which their bytes stand in the folders
 */
record CabinetListing(List<Folder> folders, List<CabFile> files) {

    static final String CODE = "cab.header";

    private static final byte[] SIGNATURE = {'M', 'S', 'C', 'F'};
    private static final int HEADER = 36;
    private static final int PREVIOUS_CABINET = 0x0001;
    private static final int NEXT_CABINET = 0x0002;
    private static final int RESERVE = 0x0004;

    /** The longest name of a file, with its zero. */
    private static final int LONGEST_NAME = 257;

    /** Bytes of a CFFILE before its name. */
    private static final int FILE = 16;

    private static final int UTF_NAME = 0x80;

    /** Bytes of a CFDATA before what it holds. */
    private static final int BLOCK_HEAD = 8;

    /** Whether a file begins as a cabinet does. */
    static boolean begins(Content content) {
        if (content.size() < HEADER) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (content.byteAt(i) != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws Refusal with {@code cab.…} when a header is broken, or more are there than the budget has */
    static CabinetListing read(Content content, Budget budget, Consumer<Finding> findings) {
        return new Reading(content, budget, findings).listing();
    }

    /** One reading, from the first header to the last. */
    private static final class Reading {

        private final Content content;
        private final Budget budget;
        private final Consumer<Finding> findings;
        private final Extents extents;
        private int folderReserve;
        private int dataReserve;
        private boolean reserved;
        private long blocksLeft;

        Reading(Content content, Budget budget, Consumer<Finding> findings) {
            this.content = content;
            this.budget = budget;
            this.findings = findings;
            this.extents = new Extents(CODE);
            // Each has a head of eight bytes of its own.
            this.blocksLeft = content.size() / BLOCK_HEAD;
        }

        CabinetListing listing() {
            Fields in = Fields.of(content, 0, HEADER, CODE);
            in.skip(8);
            long size = in.u32();
            in.skip(4);
            long filesAt = in.u32();
            in.skip(4);
            int minor = in.u8();
            int major = in.u8();
            in.require(major == 1 && minor <= 3, "version " + major + "." + minor);
            int folderCount = in.u16();
            int fileCount = in.u16();
            int flags = in.u16();
            in.require(size <= content.size(), "cut off: " + content.size() + " of " + size + " bytes");
            in.require(fileCount > 0, "no files");
            if ((flags & (PREVIOUS_CABINET | NEXT_CABINET)) != 0) {
                throw Refusal.of("cab.multi-part", Location.wholeFile(), "");
            }
            in.require((flags & ~RESERVE) == 0, "flags " + flags);
            Content cabinet = content.slice(0, size);
            long foldersAt = (long) HEADER + ((flags & RESERVE) == 0 ? 0 : reserve(cabinet));
            List<Folder> folders = folders(cabinet, foldersAt, folderCount);
            List<CabFile> files = files(cabinet, filesAt, fileCount, folders);
            extents.claim(0, foldersAt + (long) folderCount * (8 + folderReserve));
            // What stands behind the cabinet belongs to nothing either.
            report(extents.check(size) + content.size() - size);
            return new CabinetListing(List.copyOf(folders), files);
        }

        private void report(long gaps) {
            if (reserved) {
                found("cab.reserve", "");
            }
            if (gaps > 0) {
                found("cab.gap", gaps + " bytes");
            }
        }

        private void found(String code, String detail) {
            findings.accept(Finding.of(code, Action.REMOVED, Location.wholeFile(), detail));
        }

        /** Bytes that the application kept for itself, with the field that says how many. */
        private int reserve(Content cabinet) {
            Fields in = Fields.of(cabinet, HEADER, 4, CODE);
            int header = in.u16();
            folderReserve = in.u8();
            dataReserve = in.u8();
            reserved = true;
            return 4 + header;
        }

        private List<Folder> folders(Content cabinet, long from, int count) {
            List<Folder> folders = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                budget.entries(1);
                Fields in = Fields.of(cabinet, from + (long) i * (8 + folderReserve), 8, CODE);
                folders.add(folder(cabinet, in.u32(), in.u16(), packing(in.u16())));
            }
            return folders;
        }

        private Folder folder(Content cabinet, long from, int count, Packing packing) {
            List<DataBlock> blocks = new ArrayList<>();
            blocksLeft -= count;
            if (blocksLeft < 0) {
                throw Refusal.of("cab.overlap", Location.wholeFile(), "more blocks than there is room for");
            }
            long at = from;
            long size = 0;
            for (int i = 0; i < count; i++) {
                Fields in = Fields.of(cabinet, at, 8 + dataReserve, CODE);
                int checksum = (int) in.u32();
                DataBlock block = new DataBlock(at + 8 + dataReserve, in.u16(), in.u16(), checksum);
                boolean full = packing instanceof Packing.Stored || block.size() == DataBlock.LARGEST;
                in.require(
                        block.packedSize() <= DataBlock.LARGEST_PACKED
                                && block.size() <= DataBlock.LARGEST
                                && block.size() > 0
                                && (full || i == count - 1),
                        "a block of " + block.size() + " bytes");
                blocks.add(block);
                at = block.at() + block.packedSize();
                size += block.size();
            }
            extents.claim(from, at);
            return new Folder(packing, List.copyOf(blocks), size);
        }

        private static Packing packing(int type) {
            int windowBits = type >>> 8 & 0x1F;
            return switch (type & 0x0F) {
                case 0 -> new Packing.Stored();
                case 1 -> new Packing.Mszip();
                case 2 -> new Packing.Quantum(window(windowBits, 10));
                case 3 -> new Packing.Lzx(window(windowBits, 15));
                default -> throw Refusal.of(CODE, Location.wholeFile(), "packing " + type);
            };
        }

        private static int window(int bits, int least) {
            if (bits < least || bits > 21) {
                throw Refusal.of(CODE, Location.wholeFile(), "a window of 2^" + bits);
            }
            return bits;
        }

        private List<CabFile> files(Content cabinet, long from, int count, List<Folder> folders) {
            List<CabFile> files = new ArrayList<>();
            long at = from;
            for (int i = 0; i < count; i++) {
                budget.entries(1);
                long left = Math.max(0, cabinet.size() - at);
                Fields in = Fields.of(cabinet, at, (int) Math.min(FILE + LONGEST_NAME, left), CODE);
                files.add(file(in, folders));
                at += in.at();
            }
            extents.claim(from, at);
            files.sort(Comparator.comparingInt(CabFile::folder)
                    .thenComparingLong(CabFile::at)
                    .thenComparingLong(CabFile::size));
            requireOwnBytes(files, folders);
            return List.copyOf(files);
        }

        private static CabFile file(Fields in, List<Folder> folders) {
            long size = in.u32();
            long begin = in.u32();
            int folder = in.u16();
            int date = in.u16();
            int time = in.u16();
            boolean utf8 = (in.u16() & UTF_NAME) != 0;
            CabFile file = new CabFile(folder, begin, size, date, time, in.until(0), utf8);
            in.require(folder < folders.size(), "a file of folder " + folder);
            in.require(file.end() <= folders.get(folder).size(), "a file past the end of its folder");
            in.require(file.name().length > 0, "a file without a name");
            return file;
        }

        /** No byte belongs to two files; bytes of none are reported. */
        private void requireOwnBytes(List<CabFile> files, List<Folder> folders) {
            long hidden = 0;
            int next = 0;
            for (int folder = 0; folder < folders.size(); folder++) {
                long end = 0;
                for (; next < files.size() && files.get(next).folder() == folder; next++) {
                    CabFile file = files.get(next);
                    if (file.at() < end) {
                        throw Refusal.of("cab.overlap", Location.wholeFile(), "files share bytes");
                    }
                    hidden += file.at() - end;
                    end = file.end();
                }
                hidden += folders.get(folder).size() - end;
            }
            if (hidden > 0) {
                found("cab.hidden-data", hidden + " bytes");
            }
        }
    }
}
