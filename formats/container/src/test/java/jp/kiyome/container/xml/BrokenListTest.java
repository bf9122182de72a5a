package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that says what cannot be meant is found when all of it is compiled. */
class BrokenListTest {

    private static final String GOOD = """
            vocabulary a
            simple ST_A enum x y     # a comment
            simple ST_P pattern [#] # [0-9]
            group EG_A
              a:one  CT_A
            type CT_A nonempty
              @n!    ST_A
              @m     drop metadata.tag
              include EG_A
              a:two! CT_A
              needs  a:one a:two
              text   ST_P
            root a:doc CT_A
            """;

    @Test
    void theGoodListCompiles() {
        assertThatCode(() -> compile(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type CT_B\n  a:x CT_Missing",
                "type CT_B\n  a:x z:CT_A",
                "type CT_B\n  z:x CT_A",
                "type CT_B\n  a:x unwrap CT_Missing",
                "type CT_B\n  a:x drop",
                "type CT_B\n  a:x drop metadata",
                "type CT_B\n  a:x drop metadata.tag really",
                "type CT_B\n  a:x CT_A CT_A",
                "type CT_B\n  a:x",
                "type CT_B\n  a:x CT_A\n  a:x CT_A",
                "type CT_B\n  a:x CT_A\n  a:x! CT_A",
                "type CT_B\n  include EG_A\n  a:one drop metadata.tag",
                "type CT_B\n  include EG_Missing",
                "type CT_B\n  @n ST_A\n  @n! ST_A",
                "type CT_B\n  @n ST_Missing",
                "type CT_B\n  @n ST_A x",
                "type CT_B\n  @n boolean x",
                "type CT_B\n  @n list ST_Missing",
                "type CT_B\n  @n drop tag",
                "type CT_B\n  @d:n ST_A",
                "type CT_B\n  text ST_A\n  text ST_A",
                "type CT_B\n  needs a:one",
                "type CT_B\n  select @u\n  when 1 a:x CT_A\n  when 1 a:x drop metadata.tag",
                "type CT_B\n  select @u\n  when 1 a:x CT_Missing",
                "type CT_A\n  a:x CT_A",
                "type CT_B perhaps",
                "type",
                "group EG_A\n  a:x CT_A",
                "group EG_B\n  a:x CT_Missing",
                "simple ST_A enum z",
                "simple ST_B",
                "simple ST_B ST_Missing",
                "simple ST_B pattern [",
                "simple ST_B integer a..b",
                "simple ST_B enum z\n  a:x CT_A",
                "root a:doc CT_A",
                "root a:other CT_Missing",
                "vocabulary b",
                "strange CT_B",
            })
    void whatCannotBeMeantIsFound(String more) {
        assertThatThrownBy(() -> compile(GOOD + more + "\n")).isInstanceOf(RuntimeException.class);
    }

    private static void compile(String list) {
        Map<String, String> files =
                Map.of("a.allow", list, "namespaces.allow", "namespace a urn:a\nnamespace d urn:d unprefixed\n");
        new AllowList(
                        name -> files.containsKey(name)
                                ? new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8))
                                : null,
                        Set.of())
                .compileAll(List.of("a"));
    }
}
