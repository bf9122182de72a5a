package jp.kiyome.mail.authentication.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.mail.address.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {

    private static Optional<MailHeader> read(String mail) {
        return HeaderReader.read(HeapContent.of(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<DomainName> from(String value) {
        return FromDomain.of(read("From:" + value + "\r\n\r\n").orElseThrow());
    }

    @Test
    void fieldsKeepTheirBytesAndTheirPlace() {
        MailHeader header =
                read("To : a\r\n\tb \r\nSubject:x\r\n\r\nbody: no\r\n").orElseThrow();
        assertThat(header.fields())
                .containsExactly(
                        new HeaderField("To : a\r\n\tb ", "To", 0), new HeaderField("Subject:x", "Subject", 13));
        assertThat(header.body()).isEqualTo(26);
        assertThat(header.fields().getFirst().unfolded()).isEqualTo(" a\tb ");
    }

    @Test
    void aMailMayBeHeaderAlone() {
        assertThat(read("A: b\r\n").orElseThrow().body()).isEqualTo(6);
        assertThat(read("").orElseThrow().fields()).isEmpty();
        assertThat(read("\r\nbody").orElseThrow().body()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: b\n\r\n",
                "A: b\rC: d\r\n\r\n",
                "A: b\0\r\n\r\n",
                "A: b",
                "A b\r\n\r\n",
                " folded: first\r\n\r\n",
                ": x\r\n\r\n",
                "A b: c\r\n\r\n",
                "é: x\r\n\r\n",
                "A: b\r\r\n\r\n",
                "From x\r\nA: b\r\n\r\n"
            })
    void whatCouldBeReadInTwoWaysIsNotRead(String mail) {
        assertThat(read(mail)).isEmpty();
    }

    @Test
    void headersAreLimited() {
        assertThat(read("A: b\r\n".repeat(2_000) + "\r\n")).isPresent();
        assertThat(read("A: b\r\n".repeat(2_002) + "\r\n")).isEmpty();
        assertThat(read("A: " + "b".repeat(600_000) + "\r\n\r\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' a@example.jp', example.jp",
        "' <a@Example.JP>', example.jp",
        "' \"Yamada, Taro\" <a@example.jp>', example.jp",
        "' \"evil@other.example\" <a@example.jp>', example.jp",
        "' 山田 太郎 <a@example.jp> (comment (nested))', example.jp",
        "' =?utf-8?B?5bGx?= <a@example.jp>', example.jp",
        "' a@例え.jp', xn--r8jz45g.jp",
        "'\r\n Taro\r\n <a@example.jp>', example.jp",
    })
    void oneAddressHasOneDomain(String value, String domain) {
        assertThat(from(value)).map(DomainName::name).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " nobody",
                " <>",
                " a@",
                " @example.jp",
                " a@example.jp, b@other.example",
                " a@example.jp b@other.example",
                " <a@example.jp> <b@other.example>",
                " <a@example.jp>, <b@other.example>",
                " b@other.example <a@example.jp>",
                " friends: a@example.jp;",
                " <@other.example:a@example.jp>",
                " <a@other.example@example.jp>",
                " \"a\"@example.jp",
                " <\"a\"@example.jp>",
                " <a@[192.0.2.1]>",
                " <a@example.jp",
                " a@example.jp>",
                " \"open <a@example.jp>",
                " (open <a@example.jp>",
                " <a@example.jp> b@other.example",
                " x <a@exa mple.jp>",
                " ((((((deep)))))) <a@example.jp>",
                " =?utf-8?Q?a=40example.jp?=",
                " <a@xn--zz.example.->",
                " a@192.0.2.1"
            })
    void anythingElseHasNone(String value) {
        assertThat(from(value)).isEmpty();
    }

    @Test
    void twoFromFieldsHaveNone() {
        assertThat(FromDomain.of(
                        read("From: a@example.jp\r\nfrom: a@example.jp\r\n\r\n").orElseThrow()))
                .isEmpty();
        assertThat(FromDomain.of(read("To: a@example.jp\r\n\r\n").orElseThrow()))
                .isEmpty();
    }
}
