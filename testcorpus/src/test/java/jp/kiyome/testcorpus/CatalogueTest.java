package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.type.TypeNotes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code kiyome types} tells people is there for every handler on the class path. */
class CatalogueTest {

    private static final Registry REGISTRY = Registry.ofClassPath();

    @TestFactory
    Stream<DynamicTest> everyTypeThatIsRebuiltIsDescribed() {
        TypeNotes notes = TypeNotes.ofClassPath();
        return REGISTRY.handlers().stream()
                .flatMap(handler -> handler.types().stream())
                .flatMap(type -> Stream.of(TypeNotes.Aspect.values())
                        .map(aspect -> dynamicTest(type.id() + " " + aspect, () -> assertThat(notes.note(type, aspect))
                                .isPresent())));
    }
}
