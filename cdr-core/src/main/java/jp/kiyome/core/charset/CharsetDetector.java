package jp.kiyome.core.charset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;

/**
 * Tells the charset of bytes without hints: of a whole text, streamed, or of many short ones judged together (the names in an
 * archive). Deterministic; memory does not grow with the text.
 *
 * <p>Every encoding reads the bytes at once. Those in which they are not well-formed are out; of the others, the one that
 * gives the most usual text wins ({@link CharacterCost}). Nothing is guessed where no encoding fits. windows-1252 fits nearly
 * everything, so it is looked for in whole texts alone, and only what reads as one is of it. UTF-32, UTF-7, EBCDIC and the
 * encodings of other scripts are not looked for.
 *
 * <p>Not thread-safe.
 */
public final class CharsetDetector {

    /** Bits by which the winner has to be ahead to be likely, and certain. */
    private static final int LIKELY = 6;

    private static final int CERTAIN = 40;

    private final List<Candidate> bytewise = List.of(
            new Candidate(Encoding.UTF_8),
            new Candidate(Encoding.CP932),
            new Candidate(Encoding.EUC_JP),
            new Candidate(Encoding.WINDOWS_1252),
            new Candidate(Encoding.ISO_2022_JP));
    private final boolean names;
    private final WideEvidence wide = new WideEvidence();
    private final byte[] head = new byte[4];
    private int headLength;
    private boolean ascii = true;
    private boolean escapes;

    /** For a whole text. */
    public CharsetDetector() {
        this(false);
    }

    /** @param names whether the texts are names, too short to tell western letters by */
    private CharsetDetector(boolean names) {
        this.names = names;
    }

    /** The charset of one whole text. */
    public static Optional<CharsetGuess> of(Content content) {
        CharsetDetector detector = new CharsetDetector();
        byte[] buffer = new byte[Math.clamp(content.size(), 1, 1 << 16)];
        for (long at = 0; at < content.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, length);
            detector.feed(buffer, 0, length);
        }
        detector.endText();
        return detector.guess();
    }

    /** The one charset of several short texts. */
    public static Optional<CharsetGuess> of(List<byte[]> texts) {
        CharsetDetector detector = new CharsetDetector(true);
        for (byte[] text : texts) {
            detector.feed(text, 0, text.length);
            detector.endText();
        }
        return detector.guess();
    }

    /** Takes the next bytes of the text. */
    public void feed(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, head.length - headLength);
        System.arraycopy(bytes, offset, head, headLength, taken);
        headLength += taken;
        wide.feed(bytes, offset, length);
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (!escapes && atStart()) {
                at = passAscii(bytes, at, end);
            }
            while (at < end && (escapes || bytes[at] < 0 || !atStart() || designates(bytes[at]))) {
                accept(bytes[at++] & 0xFF);
            }
        }
    }

    private void accept(int value) {
        ascii &= value < 0x80;
        escapes |= designates((byte) value);
        for (Candidate candidate : bytewise) {
            candidate.accept(value);
        }
    }

    /** ESC and SO. */
    private static boolean designates(byte value) {
        return value == 0x1B || value == 0x0E;
    }

    private boolean atStart() {
        for (int i = 0; i < bytewise.size() - 1; i++) {
            if (!bytewise.get(i).atStart()) {
                return false;
            }
        }
        return true;
    }

    /** Passes over what every candidate reads alike, and gives the place behind it. */
    private int passAscii(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= 0 && !designates(bytes[at])) {
            at++;
        }
        if (at > from) {
            for (Candidate candidate : bytewise) {
                candidate.passedAscii(bytes[at - 1]);
            }
        }
        return at;
    }

    /** Ends a text. Further bytes are of the next one, in the same charset. */
    public void endText() {
        bytewise.forEach(Candidate::end);
        wide.end();
    }

    /** The charset, after {@link #endText}; empty where the bytes are of none that is looked for. */
    public Optional<CharsetGuess> guess() {
        Optional<CharsetGuess> marked = byMark();
        if (marked.isPresent()) {
            return marked.filter(guess -> wellFormed(guess.encoding()));
        }
        Candidate iso = bytewise.getLast();
        if (ascii && iso.wellFormed() && iso.designated()) {
            return sure(Encoding.ISO_2022_JP);
        }
        Optional<Encoding> utf16 = wide.clear();
        if (utf16.isPresent()) {
            return Optional.of(new CharsetGuess(utf16.get(), false, Confidence.LIKELY, List.of()));
        }
        return ascii ? sure(Encoding.US_ASCII) : byPlausibility();
    }

    private static Optional<CharsetGuess> sure(Encoding encoding) {
        return Optional.of(new CharsetGuess(encoding, false, Confidence.CERTAIN, List.of()));
    }

    private Optional<CharsetGuess> byMark() {
        if (startsWith((byte) 0xFF, (byte) 0xFE, (byte) 0, (byte) 0)) {
            return Optional.of(new CharsetGuess(Encoding.UTF_16LE, true, Confidence.AMBIGUOUS, List.of()));
        }
        for (Encoding encoding : List.of(Encoding.UTF_8, Encoding.UTF_16LE, Encoding.UTF_16BE)) {
            if (startsWith(encoding.byteOrderMark())) {
                return Optional.of(new CharsetGuess(encoding, true, Confidence.CERTAIN, List.of()));
            }
        }
        return Optional.empty();
    }

    private boolean startsWith(byte... start) {
        return headLength >= start.length && Arrays.equals(head, 0, start.length, start, 0, start.length);
    }

    private boolean wellFormed(Encoding encoding) {
        return encoding == Encoding.UTF_8 ? bytewise.getFirst().wellFormed() : wide.wellFormed(encoding);
    }

    private Optional<CharsetGuess> byPlausibility() {
        List<Candidate> fitting = new ArrayList<>();
        for (Candidate candidate : bytewise) {
            if (candidate.wellFormed() && looksAt(candidate)) {
                fitting.add(candidate);
            }
        }
        fitting.sort(Comparator.comparingLong(CharsetDetector::cost));
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        List<Encoding> others =
                fitting.stream().skip(1).map(Candidate::encoding).toList();
        return Optional.of(new CharsetGuess(fitting.getFirst().encoding(), false, confidence(fitting), others));
    }

    /** Every byte but five is a character of windows-1252: what it gives has to be a text. */
    private boolean looksAt(Candidate candidate) {
        return switch (candidate.encoding()) {
            case ISO_2022_JP -> false;
            case WINDOWS_1252 -> !names && !candidate.strange();
            case US_ASCII, UTF_8, UTF_16LE, UTF_16BE, CP932, EUC_JP -> true;
        };
    }

    /** EUC-JP has become rare, and western texts are where Japanese is written: they have to be a little better. */
    private static long cost(Candidate candidate) {
        boolean rare = candidate.encoding() == Encoding.EUC_JP || candidate.encoding() == Encoding.WINDOWS_1252;
        return candidate.cost() + (rare ? LIKELY : 0);
    }

    private static Confidence confidence(List<Candidate> fitting) {
        Candidate best = fitting.getFirst();
        // UTF-8 of any script is well-formed by no accident once there is some of it; the others nearly always are.
        boolean proven = best.encoding() == Encoding.UTF_8 && best.foreign() >= 4;
        if (best.unusual() && !proven) {
            return Confidence.AMBIGUOUS;
        }
        long ahead = fitting.size() == 1 ? Long.MAX_VALUE : cost(fitting.get(1)) - cost(best);
        if (ahead < LIKELY) {
            return Confidence.AMBIGUOUS;
        }
        return ahead >= CERTAIN && best.foreign() >= 4 ? Confidence.CERTAIN : Confidence.LIKELY;
    }
}
