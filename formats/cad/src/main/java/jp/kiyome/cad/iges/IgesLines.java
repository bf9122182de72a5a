package jp.kiyome.cad.iges;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/** Reads the lines of a file, section by section. Not thread-safe. */
final class IgesLines {

    private static final int CHUNK = 1 << 14;
    private static final int TICK = 1 << 12;

    private final Content content;
    private final Budget budget;
    private final byte[] chunk = new byte[CHUNK];
    private long position;
    private long chunkAt;
    private int chunkLength;
    private long read;
    private char section;
    private long number;
    private IgesLine next;

    IgesLines(Content content, Budget budget) {
        this.content = content;
        this.budget = budget;
        this.next = line();
    }

    /** The line that comes next. */
    IgesLine peek() {
        return next;
    }

    /** Reads a line. Lines of a section are numbered from 1. */
    IgesLine take() {
        IgesLine line = next;
        number = line.section() == section ? number + 1 : 1;
        section = line.section();
        IgesLine.insist(line.number() == number, "a line out of order");
        if (++read % TICK == 0) {
            budget.checkTime();
        }
        if (section != 'T') {
            next = line();
        }
        return line;
    }

    /** Whether blanks and ends of lines are all that is left. */
    boolean ended() {
        while (position < content.size()) {
            if (!Character.isWhitespace(content.byteAt(position++))) {
                return false;
            }
        }
        return true;
    }

    private IgesLine line() {
        StringBuilder line = new StringBuilder(IgesLine.WIDTH);
        int octet = octet();
        while (octet != '\n' && octet != '\r') {
            IgesLine.insist(octet >= 0 || line.length() == IgesLine.WIDTH, "ends early");
            if (octet < 0) {
                return IgesLine.of(line.toString());
            }
            IgesLine.insist(line.length() < IgesLine.WIDTH, "a line that has not 80 columns");
            line.append((char) octet);
            octet = octet();
        }
        if (octet == '\r' && position < content.size() && content.byteAt(position) == '\n') {
            position++;
        }
        return IgesLine.of(line.toString());
    }

    private int octet() {
        if (position >= content.size()) {
            return -1;
        }
        if (position < chunkAt || position >= chunkAt + chunkLength) {
            chunkAt = position;
            chunkLength = (int) Math.min(CHUNK, content.size() - position);
            content.copy(position, chunk, 0, chunkLength);
        }
        return chunk[(int) (position++ - chunkAt)] & 0xFF;
    }
}
