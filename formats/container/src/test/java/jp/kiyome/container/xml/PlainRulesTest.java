package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainRulesTest {

    private static final RuleParser RULES = new RuleParser(Set.of(), type -> switch (type) {
        case "COUNT" -> new PlainRules.Whole(0, 9);
        case "WORD" -> new Words(java.util.List.of("auto"));
        default -> throw new IllegalStateException(type);
    });

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "enum a '' b | '' | false",
                "enum \"\" b | '' | true",
                "enum 朱色 | 朱色 | true",
                "fixed 1 | 1 | true",
                "fixed 1 | 2 | false",
                "integer | -9 | true",
                "integer | 999999999999999999 | true",
                "integer | 99999999999999999999 | false",
                "integer | - | false",
                "integer | '' | false",
                "integer | 1e3 | false",
                "integer 1.. | 0 | false",
                "integer ..5 | 6 | false",
                "integer ..5 | -99 | true",
                "decimal | 1.5e-10 | true",
                "decimal | .5 | true",
                "decimal | 5. | true",
                "decimal | 1e9999 | false",
                "decimal | NaN | false",
                "decimal | INF | false",
                "decimal | 0x1p3 | false",
                "decimal | 1d | false",
                "decimal 0..1 | 1.0001 | false",
                "boolean | true | true",
                "boolean | TRUE | false",
                "boolean | on | false",
                "hex 2 | 00fF | true",
                "hex 2 | 00f | false",
                "hex 2 | 00fFFF | false",
                "hex 2 | 00gg | false",
                "hex | 00 | true",
                "hex | 000 | false",
                "guid | {01234567-89AB-cdef-0123-456789ABCDEF} | true",
                "guid | 01234567-89AB-cdef-0123-456789ABCDEF | false",
                "datetime | 2024-01-01T00:00:00Z | true",
                "datetime | 2024-01-01T00:00:00.123+09:00 | true",
                "datetime | 2024-01-01 | false",
                "measure | -1.5mm | true",
                "measure | 1.5px | false",
                "percent | 50% | true",
                "percent | 50 | false",
                "lang | ja-JP | true",
                "lang | 0411 | true",
                "lang | '' | true",
                "lang | ja_JP | false",
                "string 3 | 漢字😀 | true",
                "string 3 | 漢字漢字 | false",
                "token 3 | abc | true",
                "base64 3 | AAAA | true",
                "base64 3 | AAAAAAA= | false",
                "base64 3 | A=== | false",
                "pattern [a-z]{2} | ab | true",
                "pattern [a-z]{2} | abc | false",
                "union COUNT WORD | auto | true",
                "union COUNT WORD | 7 | true",
                "union COUNT WORD | none | false",
                "list COUNT | 1 2  3 | true",
                "list COUNT | 1,2 | false",
                "list COUNT | '' | true",
                "xml-space | preserve | true",
                "xml-space | keep | false",
            })
    void valuesPassOrNot(String rule, String value, boolean passes) {
        assertThat(passes(RULES.parse(rule), value)).isEqualTo(passes);
    }

    private static boolean passes(ValueRule rule, String value) {
        return switch (rule) {
            case ValueRule.Plain plain -> plain.accepts(Utf8.of(value));
            case ValueRule.Either either -> either.rules().stream().anyMatch(one -> passes(one, value));
            case ValueRule.AnyText any -> true;
            case ValueRule.Delegated delegated -> throw new IllegalStateException(delegated.name());
        };
    }
}
