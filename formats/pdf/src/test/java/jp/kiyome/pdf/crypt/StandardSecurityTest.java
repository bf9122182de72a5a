package jp.kiyome.pdf.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.ObjectParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encryption dictionaries that qpdf wrote for the passwords "user" and "owner". */
class StandardSecurityTest {

    private static final byte[] ID = HexFormat.of().parseHex("8050063d9469c8507f54b9718bd67a48");

    private static final String RC4 = "<</Filter/Standard/V 2/R 3/Length 128/P -4"
            + "/O<0ba3835f88f90388e74e54584125ce142be0de24c6b0d37746e075b891756671>"
            + "/U<7da15696c8a42488030c7d7d891302be0122456a91bae5134273a6db134c87c4>>>";

    private static final String AES_256 = "<</Filter/Standard/V 5/R 6/Length 256/P -4"
            + "/O<3383a3038249cf3aff6f054f8200493c9f517095212be094bc1c605c4dfdd8f4921ad51916d0d3729982d92a591e8246>"
            + "/OE<2ef7750a2b3abdda33a938b1cd15d1d118cda445c6ea62dc625d81843711486a>"
            + "/U<94119ec304e47fee837f7648d221629d71f4457f3baf1e693bfa39c43dd35ade2a26527b9f3e8ca8601ac72c35fb006b>"
            + "/UE<573991c483070eb23a9180160a9e5ef2b67cc8a90914c050dcb66b17cae13083>"
            + "/Perms<e761cd5597b670acced2dcd4fd0ded37>>>";

    private static StandardSecurity of(String dict) {
        byte[] bytes = dict.getBytes(StandardCharsets.ISO_8859_1);
        Cos parsed = new ObjectParser(new Lexer(ByteInput.of(bytes)), s -> s).parse();
        return new StandardSecurity((Cos.Dict) parsed, ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {RC4, AES_256})
    void bothPasswordsOpenTheFile(String dict) {
        assertThat(of(dict).open(List.of("wrong", "user")).password()).isEqualTo("user");
        assertThat(of(dict).open(List.of("owner")).password()).isEqualTo("owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {RC4, AES_256})
    void noOtherDoes(String dict) {
        assertThatThrownBy(() -> of(dict).open(List.of())).isInstanceOf(PasswordNeeded.class);
        assertThatThrownBy(() -> of(dict).open(List.of("User", "user "))).isInstanceOf(PasswordNeeded.class);
    }

    @Test
    void handlersAndRevisionsThatNobodyKnowsAreRefused() {
        assertThatThrownBy(() -> of(RC4.replace("/R 3", "/R 131105"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> of(RC4.replace("/Standard", "/Adobe.PubSec"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> of(AES_256.replace("/R 6", "/R 3"))).isInstanceOf(Refusal.class);
    }
}
