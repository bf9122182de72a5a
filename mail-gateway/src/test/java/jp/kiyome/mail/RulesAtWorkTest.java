package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.engine.Job;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.RuledHouse;
import jp.kiyome.mail.relay.Kind;
import jp.kiyome.mail.relay.Notice;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules do with mail at the gateway: the one answer, the next hop, the store, the notices. */
class RulesAtWorkTest {

    @TempDir
    Path folder;

    private RuledHouse house(String rules) {
        return house(UnaryOperator.identity(), Map.of("city-a", rules, "city-a/tax", rules));
    }

    private RuledHouse house(UnaryOperator<String> change, Map<String, String> rules) {
        return new RuledHouse(folder, change, rules);
    }

    private static String rule(String when, String actions) {
        return "rules: {r: {when: " + when + ", do: " + actions + "}}";
    }

    @Test
    void aMailThatEverybodysRulesRefuseIsRefusedInTheDialogue() {
        try (RuledHouse house = house(rule("{subject: 広告}", "[{reject: \"No advertising\"}, notify-administrator]"))) {
            assertThat(house.send("広告です", "", "x@a.example", "tanaka@a.example"))
                    .startsWith("550 5.7.1 No advertising; reference ");
            assertThat(house.a.taken()).isEmpty();
            assertThat(house.tax.taken()).isEmpty();
            assertThat(house.items()).isEmpty();
            assertThat(house.notices)
                    .extracting(Notice::kind)
                    .containsExactly(Kind.REJECTED, Kind.REJECTED, Kind.RULE, Kind.RULE);
            assertThat(house.send("別件", "", "x@a.example")).startsWith("250");
        }
    }

    @Test
    void whereOneWaysRulesDoNotRefuseItIsHeldForTheOther() {
        Map<String, String> rules = Map.of("city-a/tax", rule("always", "{reject: No}"));
        try (RuledHouse house = house(UnaryOperator.identity(), rules)) {
            assertThat(house.send("s", "", "x@a.example", "tanaka@a.example")).startsWith("250");
            assertThat(house.a.taken()).singleElement().satisfies(taken -> assertThat(taken.to())
                    .containsExactly("RCPT TO:<x@a.example>"));
            assertThat(house.tax.taken()).isEmpty();
            assertThat(house.items()).singleElement().satisfies(item -> {
                assertThat(item.state()).isEqualTo(State.HELD);
                assertThat(item.group()).isEqualTo(new Group("tax"));
            });
            assertThat(house.notices.getFirst().to()).hasToString("[tax-admin@a.example]");
            assertThat(house.send("s", "", "suzuki@a.example")).startsWith("550");
        }
    }

    @Test
    void heldMailIsInTheStoreAndItsAdministratorIsTold() {
        try (RuledHouse house = house(rule("{sender: .example}", "hold"))) {
            assertThat(house.send("s", "", "x@a.example")).startsWith("250");
            assertThat(house.a.taken()).isEmpty();
            assertThat(house.items()).extracting(Hit::state).containsExactly(State.HELD);
            assertThat(house.notices).singleElement().satisfies(notice -> assertThat(notice.text())
                    .contains("mail-rules r"));
        }
    }

    @Test
    void discardedMailIsKeptAndNobodyIsTold() {
        try (RuledHouse house = house(rule("{sender: .example}", "discard"))) {
            assertThat(house.send("s", "", "x@a.example")).startsWith("250");
            assertThat(house.send("t", "X-Stub: block\r\n", "x@a.example")).startsWith("250");
            assertThat(house.a.taken()).isEmpty();
            assertThat(house.items()).extracting(Hit::state).containsExactly(State.HELD, State.HELD);
            assertThat(house.notices).isEmpty();
        }
    }

    @Test
    void aDroppedFileDoesNotComeOutAndTheOthersDo() {
        try (RuledHouse house = house(rule("{attachment: {name: 請求書}}", "{drop: {name: 請求書}}"))) {
            assertThat(house.send("s", "X-File: 請求書.eml bad\r\nX-File: 資料.eml good\r\n", "x@a.example"))
                    .startsWith("250");
            assertThat(house.a.taken().getFirst().mail())
                    .contains("X-Gone: 請求書.eml")
                    .contains("X-File: 資料.eml good")
                    .contains("規則により取り除きました")
                    .contains("X-MAIL-SANITIZED: DEL_ATTACH")
                    .contains("file.dropped=1");
        }
    }

    @Test
    void warningsMarksAndBrokenLinksAreWrittenByTheSecondPass() {
        String actions = "[{warn: \"【注意】\"}, {tag: \"[要確認]\"}, strip-links]";
        try (RuledHouse house = house(rule("{text: link.example.invalid}", actions))) {
            assertThat(house.send("s", "", "x@a.example")).startsWith("250");
            assertThat(house.a.taken().getFirst().mail())
                    .contains("X-Tag: [無害化済] [要確認]")
                    .contains("X-Notice: ")
                    .contains("【注意】")
                    .contains("X-Chosen: keep remove");
            assertThat(house.send("s", "", "tanaka@a.example")).startsWith("250");
            assertThat(house.tax.taken().getFirst().mail()).contains("X-Tag: [税務] [要確認]");
        }
    }

    /** What is judged and what goes out must be one mail. */
    @Test
    void aSecondPassOfOtherPartsGoesNowhere() {
        try (RuledHouse house = house(rule("{attachment: any}", "{tag: \"[添付]\"}"))) {
            String two = "X-File: a.eml one\r\nX-File: b.eml two\r\n";
            house.second = job -> Job.of(
                            "mail.eml",
                            HeapContent.of(
                                    "Subject: s\r\nX-File: a.eml other\r\n\r\n".getBytes(StandardCharsets.UTF_8)),
                            job.workspace())
                    .labelled(job.label().orElseThrow());
            assertThat(house.send("s", two, "x@a.example")).startsWith("451");
            assertThat(house.send("s", two, "x@a.example")).startsWith("250");
            assertThat(house.a.taken()).isEmpty();
            assertThat(house.items()).extracting(Hit::state).containsExactly(State.HELD);
        }
    }

    @Test
    void aSecondPassThatSeesOtherFilesInTheSameMailGoesNowhere() {
        try (RuledHouse house = house(rule("always", "strip-links"))) {
            assertThat(house.send("s", "X-File: a.eml one\r\n", "x@a.example")).startsWith("250");
            assertThat(house.send("s", "X-Stub: shift\r\nX-File: a.eml one\r\n", "x@a.example"))
                    .startsWith("451");
            assertThat(house.a.taken()).hasSize(1);
        }
    }

    /** A worker that does not do what it was asked. */
    @Test
    void aFileThatCameOutThoughItWasToBeDroppedGoesNowhere() {
        try (RuledHouse house = house(rule("{attachment: any}", "{drop: any}"))) {
            house.second = job -> job.refusing(Set.of());
            assertThat(house.send("s", "X-File: a.eml one\r\n", "x@a.example")).startsWith("451");
            assertThat(house.a.taken()).isEmpty();
        }
    }

    @Test
    void whomRulesWantToldIsToldOnce() {
        try (RuledHouse house = house(rule("{size: {at-most: 1MiB}}", "[notify-administrator, notify-recipient]"))) {
            house.a.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
            assertThat(house.send("s", "", "x@a.example")).startsWith("451");
            assertThat(house.notices).extracting(Notice::kind).containsExactly(Kind.NEXT_HOP);
            house.a.behave(FakeHop.Manner.ACCEPT);
            assertThat(house.send("s", "", "x@a.example")).startsWith("250");
            assertThat(house.notices)
                    .extracting(Notice::kind)
                    .containsExactly(Kind.NEXT_HOP, Kind.RULE, Kind.RULE_FOR_RECIPIENTS);
            assertThat(house.notices.getLast().to()).hasToString("[x@a.example]");
        }
    }

    @Test
    void originalsGoToTheIsolatedServerBeforeTheAnswer() {
        try (RuledHouse house = house(rule("{attachment: any}", "[forward-original, {drop: any}]"))) {
            assertThat(house.send("s", "X-File: a.eml bad\r\n", "x@a.example")).startsWith("250");
            assertThat(house.isolated.taken()).singleElement().satisfies(taken -> assertThat(taken.mail())
                    .startsWith("From: s@sender.example")
                    .contains("X-File: a.eml bad"));
            assertThat(house.a.taken().getFirst().mail()).contains("X-Gone: a.eml");
        }
    }

    @Test
    void whatTheIsolatedServerDoesNotTakeComesAgainAndIsHeldInTheEnd() {
        try (RuledHouse house = house(rule("always", "forward-original"))) {
            house.isolated.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
            assertThat(house.send("s", "", "x@a.example")).startsWith("451");
            assertThat(house.a.taken()).isEmpty();
            assertThat(house.send("s", "", "x@a.example")).startsWith("250");
            assertThat(house.a.taken()).isEmpty();
            assertThat(house.items()).extracting(Hit::state).containsExactly(State.HELD);
        }
    }

    @Test
    void whatHasGoneToTheIsolatedServerDoesNotGoThereTwice() {
        try (RuledHouse house = house(rule("always", "forward-original"))) {
            house.a.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
            assertThat(house.send("s", "", "x@a.example")).startsWith("451");
            house.a.behave(FakeHop.Manner.ACCEPT);
            assertThat(house.send("s", "", "x@a.example")).startsWith("250");
            assertThat(house.isolated.taken()).hasSize(1);
        }
    }

    @Test
    void lockedMailIsHeldAndARuleMayTellItsRecipient() {
        try (RuledHouse house = house(rule("{locked: yes}", "notify-recipient"))) {
            assertThat(house.send("s", "X-File: a.zip locked\r\n", "x@a.example"))
                    .startsWith("250");
            assertThat(house.a.taken().getFirst().mail()).contains("X-Gone: a.zip");
            assertThat(house.notices).extracting(Notice::kind).containsExactly(Kind.RULE_FOR_RECIPIENTS);
        }
    }

    @Test
    void withoutRulesNobodyIsAskedAnything() {
        try (RuledHouse house = house(UnaryOperator.identity(), Map.of())) {
            assertThat(house.send("s", "", "x@a.example")).startsWith("250");
            assertThat(house.a.taken().getFirst().mail())
                    .contains("X-Chosen: keep keep")
                    .contains("X-Tag: [無害化済]");
        }
    }

    @Test
    void aGroupsMailTakesItsOwnWayWhateverTheLettersOfAnAddress() {
        try (RuledHouse house = house(UnaryOperator.identity(), Map.of())) {
            assertThat(house.send("s", "", "x@a.example", "TANAKA@A.example")).startsWith("250");
            assertThat(house.a.taken()).singleElement().satisfies(taken -> assertThat(taken.to())
                    .hasSize(1));
            assertThat(house.tax.taken()).singleElement().satisfies(taken -> {
                assertThat(taken.to()).hasSize(1);
                assertThat(taken.mail()).contains("X-Tag: [税務]").doesNotContain("x@a.example");
            });
        }
    }

    @Test
    void membersMayStandInAFileThatADirectoryExported() throws Exception {
        Path file = Files.writeString(folder.resolve("members.ldif"), """
                version: 1
                dn: uid=sato,ou=tax,dc=a,dc=example
                objectClass: inetOrgPerson
                mail: sato@
                 a.example
                proxyAddresses: SMTP:sato.jiro@a.example
                proxyAddresses: x500:/o=A

                dn:: Y249aXRv
                mail:: aXRvQGEuZXhhbXBsZQ==
                """);
        UnaryOperator<String> change =
                text -> text.replace("members: [tanaka@a.example, suzuki@a.example]", "members-file: " + file);
        try (RuledHouse house = house(change, Map.of())) {
            assertThat(house.send("s", "", "sato@a.example", "sato.jiro@a.example", "ito@a.example", "x@a.example"))
                    .startsWith("250");
            assertThat(house.tax.taken().getFirst().to()).hasSize(3);
            assertThat(house.a.taken().getFirst().to()).containsExactly("RCPT TO:<x@a.example>");
        }
    }

    @Test
    void outboundMailTellsNothingOfTheHostsInside() {
        try (RuledHouse house = house(UnaryOperator.identity(), Map.of())) {
            assertThat(house.sendOut("x@a.example", "s", "y@other.example")).startsWith("250");
            assertThat(house.a.taken().getFirst().mail())
                    .contains("X-Chosen: hide keep")
                    .doesNotContain("X-Tag")
                    .doesNotContain("192.0.2.9")
                    .startsWith("Received: by gw.example");
        }
    }

    @Test
    void outboundMailIsLabelledWhereThatIsWanted() {
        UnaryOperator<String> change = text ->
                text.replace("    outbound-recipients: 3", "    outbound-sanitizing: yes\n    outbound-recipients: 3");
        try (RuledHouse house = house(change, Map.of())) {
            assertThat(house.sendOut("x@a.example", "s", "y@other.example")).startsWith("250");
            assertThat(house.a.taken().getFirst().mail()).contains("X-Tag: [無害化済]");
        }
    }

    @Test
    void outboundMailHasRulesOfItsSendersGroup() {
        Map<String, String> rules = Map.of("city-a/tax", rule("{direction: outbound}", "hold"));
        try (RuledHouse house = house(UnaryOperator.identity(), rules)) {
            assertThat(house.sendOut("tanaka@a.example", "s", "y@other.example"))
                    .startsWith("250");
            assertThat(house.items()).extracting(Hit::group).containsExactly(new Group("tax"));
            assertThat(house.sendOut("x@a.example", "s", "y@other.example")).startsWith("250");
            assertThat(house.a.taken()).hasSize(1);
        }
    }

    @Test
    void recipientsOutsideAreCounted() {
        try (RuledHouse house = house(UnaryOperator.identity(), Map.of())) {
            List<String> four = List.of("1@o.example", "2@o.example", "3@o.example", "4@o.example");
            assertThat(house.sendOut("x@a.example", "s", four.toArray(String[]::new)))
                    .startsWith("550 5.5.3");
            assertThat(house.sendOut("x@a.example", "s", "1@o.example", "2@o.example", "3@o.example"))
                    .startsWith("250");
            assertThat(house.sendOut("x@a.example", "t", "1@o.example", "2@o.example", "3@o.example"))
                    .startsWith("451 4.7.1");
            assertThat(house.sendOut("x@a.example", "u", "1@o.example", "2@o.example"))
                    .startsWith("250");
            assertThat(house.sendOut("x@a.example", "v", "1@o.example")).startsWith("451 4.7.1");
            assertThat(house.send("w", "", "x@a.example")).startsWith("250");
        }
    }

    @Test
    void whatIsNotTakenInTheEndDoesNotCount() {
        try (RuledHouse house = house(UnaryOperator.identity(), Map.of())) {
            house.a.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
            for (int i = 0; i < 3; i++) {
                assertThat(house.sendOut("x@a.example", "s", "1@o.example", "2@o.example", "3@o.example"))
                        .startsWith("451 4.4.0");
            }
            house.a.behave(FakeHop.Manner.ACCEPT);
            assertThat(house.sendOut("x@a.example", "s", "1@o.example", "2@o.example", "3@o.example"))
                    .startsWith("250");
        }
    }
}
