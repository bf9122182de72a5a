package jp.kiyome.approval.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.jail.drawing.DrawingProgram;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.core.policy.file.PolicyEntry;

/** Reads {@code pictures}. Stateless. */
final class DrawingKeys {

    private static final int MOST_PAGES = 100;
    private static final int MOST_SECONDS = 600;

    private DrawingKeys() {}

    /** Empty where nothing is to be drawn. */
    static Optional<DrawingSettings> read(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("draw", "pages", "seconds", "pdftoppm", "soffice"));
        DrawingSettings usual = DrawingSettings.usual();
        Map<DrawingProgram, Path> programs = new EnumMap<>(DrawingProgram.class);
        programs.putAll(usual.programs());
        for (DrawingProgram program : DrawingProgram.values()) {
            keys.one(program.command(), DrawingKeys::program, SettingFault.NOT_A_PROGRAM)
                    .ifPresent(path -> programs.put(program, path));
        }
        int pages = keys.count("pages", DrawingSettings.PAGES, MOST_PAGES);
        int seconds = keys.count("seconds", (int) DrawingSettings.TIME.toSeconds(), MOST_SECONDS);
        return keys.word("draw", List.of("auto", "off")).equals("off")
                ? Optional.empty()
                : Optional.of(usual.withPrograms(programs).within(pages, Duration.ofSeconds(seconds)));
    }

    /** Where systems and products install them: what lies around a program is seen inside the jail. */
    private static Optional<Path> program(String text) {
        return Keys.absolute(text)
                .map(Path::normalize)
                .filter(path -> path.startsWith("/usr") || path.startsWith("/opt") && path.getNameCount() > 2)
                .filter(Files::isExecutable);
    }
}
