package jp.kiyome.office.doc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditTest {

    private static Body body(String main, String notes) {
        String text = main + notes + (notes.isEmpty() ? "" : "\r");
        Lengths lengths = new Lengths(Map.of(Story.MAIN, main.length(), Story.FOOTNOTES, notes.length()));
        List<Run> runs = List.of(new Run(3, List.of()), new Run(text.length(), List.of()));
        List<Paragraph> paragraphs = new java.util.ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\r') {
                paragraphs.add(new Paragraph(i + 1, 0, List.of()));
            }
        }
        return new Body(text.toCharArray(), lengths, runs, paragraphs);
    }

    @Test
    void withoutADecisionTheTextIsTheSame() {
        Body body = body("one\rtwo\r", "note\r");
        Body edited = new Edit(body).apply();
        assertThat(edited.text()).isEqualTo(body.text());
        assertThat(edited.lengths().total()).isEqualTo(body.lengths().total());
        assertThat(edited.paragraphs()).isEqualTo(body.paragraphs());
    }

    @Test
    void whatIsDroppedIsGoneAndPlacesFollow() {
        Edit edit = new Edit(body("one\rtwo\r", ""));
        edit.dropWords(1, 5);
        edit.insert(6, "XY");
        Body edited = edit.apply();
        assertThat(new String(edited.text())).isEqualTo("o\rwXYo\r");
        assertThat(edit.map(0)).isZero();
        assertThat(edit.map(4)).isEqualTo(2);
        assertThat(edit.map(8)).isEqualTo(edited.text().length);
        assertThat(edited.lengths().of(Story.MAIN)).isEqualTo(edited.text().length);
    }

    @Test
    void withTheLastNoteGoesTheMarkBehindAllStories() {
        Body body = body("one\r", "note\r");
        Edit edit = new Edit(body);
        edit.dropAll(4, 9);
        Body edited = edit.apply();
        assertThat(new String(edited.text())).isEqualTo("one\r");
        assertThat(edited.lengths().total()).isEqualTo(4);
        assertThat(edited.paragraphs()).hasSize(1);
    }
}
