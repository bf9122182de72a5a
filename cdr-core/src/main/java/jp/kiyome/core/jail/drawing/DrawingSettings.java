package jp.kiyome.core.jail.drawing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How pages are drawn.
 *
 * @param programs that there are, by absolute paths
 * @param pages the most that are drawn of a document
 * @param longestSide of a picture, in pixels: with 1,200 a page of A4 has about 100 for each inch
 * @param time for a whole document
 * @param documentBytes the most a document may have
 * @param atATime documents that are drawn at once
 * @param waiting documents that may wait for that; more are turned away
 */
public record DrawingSettings(
        Map<DrawingProgram, Path> programs,
        int pages,
        int longestSide,
        Duration time,
        long documentBytes,
        int atATime,
        int waiting) {

    public static final int PAGES = 20;
    public static final Duration TIME = Duration.ofSeconds(60);

    /** Pixels of the longest side that are never gone beyond. */
    private static final int LONGEST = 1600;

    public DrawingSettings {
        programs = Map.copyOf(programs);
        if (longestSide > LONGEST) {
            throw new IllegalArgumentException(longestSide + " pixels");
        }
    }

    /** With the programs of this machine. */
    public static DrawingSettings usual() {
        Map<DrawingProgram, Path> programs = new EnumMap<>(DrawingProgram.class);
        for (DrawingProgram program : DrawingProgram.values()) {
            program.here().ifPresent(path -> programs.put(program, path));
        }
        return new DrawingSettings(programs, PAGES, 1200, TIME, 64L << 20, 2, 16);
    }

    /** Where a program is, if there is one. */
    public Optional<Path> program(DrawingProgram program) {
        return Optional.ofNullable(programs.get(program));
    }

    public DrawingSettings withPrograms(Map<DrawingProgram, Path> other) {
        return new DrawingSettings(other, pages, longestSide, time, documentBytes, atATime, waiting);
    }

    /** The most pages, and the time for all of them. */
    public DrawingSettings within(int mostPages, Duration most) {
        return new DrawingSettings(programs, mostPages, longestSide, most, documentBytes, atATime, waiting);
    }

    /** How many documents at once, and how many waiting. */
    public DrawingSettings serving(int most, int queued) {
        return new DrawingSettings(programs, pages, longestSide, time, documentBytes, most, queued);
    }
}
