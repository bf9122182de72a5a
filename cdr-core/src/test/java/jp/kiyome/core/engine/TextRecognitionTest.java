package jp.kiyome.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import org.junit.jupiter.api.Test;

class TextRecognitionTest {

    private static final FileType LETTERS = FileType.of("letters", "text/x-letters", "abc");
    private static final Registry REGISTRY = new Registry(List.of(ScriptedHandler.thatWrites(""), new Letters()));

    @Test
    void aNameTellsTextsApart() {
        assertThat(recognized("a.abc", "anything")).containsExactly(LETTERS);
        assertThat(recognized("a.xyz", "anything")).isEmpty();
    }

    @Test
    void whatHasAStructureIsNeverText() {
        assertThat(recognized("a.abc", "SCRIPT")).containsExactly(ScriptedHandler.SCRIPT);
    }

    private static List<FileType> recognized(String name, String content) {
        return REGISTRY.recognize(
                name, HeapContent.of(content.getBytes(StandardCharsets.UTF_8)), new Budget(Limits.defaults(), 100));
    }

    private static final class Letters implements Handler {

        @Override
        public List<FileType> types() {
            return List.of(LETTERS);
        }

        @Override
        public Optional<FileType> recognize(Content content, Budget budget) {
            return Optional.empty();
        }

        @Override
        public Optional<FileType> recognizeText(String name, Content content, Budget budget) {
            return name.endsWith(".abc") ? Optional.of(LETTERS) : Optional.empty();
        }

        @Override
        public void rebuild(FileType type, Content content, Sink out, Session session) {}

        @Override
        public void verify(FileType type, Content output, Session session) {}
    }
}
