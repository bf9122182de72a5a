package jp.kiyome.office.ooxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllowListsTest {

    @Test
    void everyTypeOfEveryVocabularyCompiles() throws IOException, URISyntaxException {
        List<String> keys = vocabularies();
        assertThat(keys).hasSizeGreaterThan(50).contains("w", "x", "p", "a", "v");
        assertThatCode(() -> AllowLists.vocabularies().compileAll(keys)).doesNotThrowAnyException();
    }

    /** The files that begin with {@code vocabulary}: those beside them have other forms. */
    private static List<String> vocabularies() throws IOException, URISyntaxException {
        URL namespaces = Objects.requireNonNull(AllowLists.class.getResource("namespaces.allow"));
        try (Stream<Path> files =
                Files.list(Objects.requireNonNull(Path.of(namespaces.toURI()).getParent()))) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .filter(name -> name.endsWith(".allow") && isVocabulary(name))
                    .map(name -> name.substring(0, name.length() - ".allow".length()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isVocabulary(String name) {
        try (BufferedReader file = AllowLists.open(name)) {
            return file.lines().anyMatch(line -> line.startsWith("vocabulary "));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
