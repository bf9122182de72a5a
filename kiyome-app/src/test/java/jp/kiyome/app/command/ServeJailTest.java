package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.core.policy.JailRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a jail the gateway insists on, by the command line and the policies of two organisations; "-" says nothing. */
class ServeJailTest {

    @ParameterizedTest
    @CsvSource({
        "-, -, -, required",
        "-, off, -, required",
        "-, off, off, off",
        "-, off, best-effort, best-effort",
        "off, -, -, off",
        "off, off, required, required",
        "required, off, off, required"
    })
    void theStrictestHoldsAndNobodyGivesUpTheWallsOfOthers(String asked, String one, String other, String holds) {
        List<Optional<JailRule>> policies =
                Stream.of(one, other).map(ServeJailTest::said).toList();
        assertThat(ServeCommand.rule(said(asked), policies).word()).isEqualTo(holds);
    }

    private static Optional<JailRule> said(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(Enclosure.rule(word));
    }
}
