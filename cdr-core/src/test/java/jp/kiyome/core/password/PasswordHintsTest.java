package jp.kiyome.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHintsTest {

    private static final String SECRET = "k7#Xd93!m";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "パスワード：k7#Xd93!m",
                "パスワード　：　k7#Xd93!m",
                "添付ファイルのパスワードは「k7#Xd93!m」です。",
                "パスワードは k7#Xd93!m です。",
                "パスワードはk7#Xd93!mです。よろしくお願いします。",
                "PW:k7#Xd93!m",
                "ＰＷ：ｋ７＃Ｘｄ９３！ｍ",
                "解凍PW → k7#Xd93!m",
                "【パスワード】k7#Xd93!m",
                "[Password] k7#Xd93!m",
                "Password is k7#Xd93!m",
                "The password for the attached file: k7#Xd93!m",
                "パスワード（解凍用）：k7#Xd93!m",
                "解凍パスワード『k7#Xd93!m』",
                "ﾊﾟｽﾜｰﾄﾞ:k7#Xd93!m",
                "別途お送りしたファイルのパスワードは以下のとおりです。\r\n\r\n　　k7#Xd93!m\r\n\r\n以上",
                "パスワードをお知らせします。\n----------\nk7#Xd93!m\n----------\n",
                "パスワードは次のとおりです。\n\n「k7#Xd93!m」\n",
                "PASSWORD\n> k7#Xd93!m",
                "復号キー＝k7#Xd93!m",
            })
    void aMailOfAPasswordNamesIt(String mail) {
        String text = "○○市役所 御中\n\nいつもお世話になっております。\n" + mail + "\n\n株式会社△△ 山田\nTEL: 03-0000-0000\n";
        assertThat(PasswordHints.in(text, 5)).contains(SECRET);
    }

    @Test
    void japanesePasswordsInQuotesAreGivenAsTheyStandToo() {
        assertThat(PasswordHints.in("パスワードは「さくら２０２６」です。", 5)).startsWith("さくら２０２６", "さくら2026");
    }

    @Test
    void severalPasswordsComeInTheOrderOfTheText() {
        String text = "ファイル1のパスワード：aaa111\nファイル2のパスワード：bbb222\n";
        assertThat(PasswordHints.in(text, 5)).startsWith("aaa111", "bbb222");
    }

    @Test
    void aTextWithoutAnnouncementNamesNothing() {
        assertThat(PasswordHints.in("資料を送ります。\nk7#Xd93!m\nCompass: north. Passenger: 3\n", 5))
                .isEmpty();
    }

    @Test
    void noMoreThanTheLimitComeOut() {
        String text = "パスワード：a1\n".repeat(3) + "PW:b2\nPW:c3\nPW:d4\n";
        assertThat(PasswordHints.in(text, 2)).isEqualTo(List.of("a1", "b2"));
        assertThat(PasswordHints.in(text, 0)).isEmpty();
    }

    @Test
    void anyTextIsLookedThroughInTime() {
        assertThat(PasswordHints.in("パス（".repeat(300_000), 20)).isEmpty();
        assertThat(PasswordHints.in("pw\n".repeat(300_000), 20)).hasSizeLessThanOrEqualTo(20);
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        String[] pieces = {"パスワード", "「", "」", "：", "pw", "(", ")", "\n", " ", "ａ", "=", "\uD83D", "x"};
        for (int i = 0; i < 20_000; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        assertThat(PasswordHints.in(text.toString(), 20)).hasSizeLessThanOrEqualTo(20);
    }
}
