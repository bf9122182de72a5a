package jp.kiyome.core.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.FindingKind;

/**
 * Finds codes of findings that a module uses and no catalogue has. Three ways to use one are seen:
 *
 * <ul>
 *   <li>a constant given to {@code Finding.of}, {@code Refusal.of} or {@code FindingKind.of}, in compiled classes;
 *   <li>any other constant that has the shape of a code and whose area the catalogue knows, wherever it is handed on;
 *   <li>what stands behind {@code drop} in an allow-list ({@code *.allow}).
 * </ul>
 *
 * A test of each module calls {@link #faults} on a class of its own and expects nothing.
 */
public final class CatalogueAudit {

    private static final Pattern DROP = Pattern.compile("(?:^|\\s)drop\\s+([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private final FindingCatalogue catalogue;
    private final NavigableSet<String> areas = new TreeSet<>();
    private final Set<String> notCodes;

    /**
     * Audits against a catalogue.
     *
     * @param notCodes constants that look like codes but are none, such as names of files
     */
    public CatalogueAudit(FindingCatalogue catalogue, Set<String> notCodes) {
        this.catalogue = catalogue;
        this.notCodes = Set.copyOf(notCodes);
        catalogue.codes().forEach(code -> areas.add(FindingKind.of(code).area()));
    }

    /** Every code used in the module that a class was compiled in, and not in the catalogue; with the place of its use. */
    public List<String> faults(Class<?> ofModule) {
        Path classes = folder(ofModule);
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes).sorted()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = classes.relativize(file).toString();
                if (name.endsWith(".class")) {
                    inClass(name, file, faults);
                } else if (name.endsWith(".allow")) {
                    inAllowList(name, Files.readString(file), faults);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes of " + ofModule, e);
        }
        return faults;
    }

    private void inClass(String name, Path file, List<String> faults) throws IOException {
        CodeConstants constants = CodeConstants.of(Files.readAllBytes(file));
        NavigableSet<String> suspects = new TreeSet<>();
        for (String constant : constants.shaped()) {
            if (areas.contains(FindingKind.of(constant).area())) {
                suspects.add(constant);
            }
        }
        for (NavigableSet<String> given : constants.given()) {
            if (given.stream().noneMatch(catalogue.codes()::contains)) {
                suspects.addAll(given);
            }
        }
        suspects.forEach(code -> check(name, code, faults));
    }

    private void inAllowList(String name, String text, List<String> faults) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher drop = DROP.matcher(COMMENT.matcher(line).replaceFirst(""));
            if (drop.find()) {
                check(name + ":" + number, drop.group(1), faults);
            }
        }
    }

    private void check(String where, String code, List<String> faults) {
        if (!notCodes.contains(code) && !catalogue.codes().contains(code)) {
            faults.add(where + ": " + code);
        }
    }

    private static Path folder(Class<?> ofModule) {
        try {
            return Path.of(
                    ofModule.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where is " + ofModule, e);
        }
    }
}
