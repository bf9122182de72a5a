package jp.kiyome.approval.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Served;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.directory.DirectorySettings;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.notice.MailSettings;
import jp.kiyome.approval.openid.ProviderSettings;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.request.ApprovalRules;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.approval.server.Listening;
import jp.kiyome.approval.server.OfficeSettings;
import jp.kiyome.approval.server.WebSettings;
import jp.kiyome.core.jail.drawing.DrawingProgram;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.text.Language;
import jp.kiyome.quarantine.item.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebFileTest {

    @TempDir
    Path folder;

    private String document = "";

    /** The example of the document itself, with secrets of this folder. */
    @BeforeEach
    void secrets() throws Exception {
        Matcher block = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/ui.md")));
        assertThat(block.find()).isTrue();
        document = block.group(1).replace("/etc/kiyome/", folder + "/");
        for (String name : List.of("ldap.password", "openid.secret")) {
            Path file = folder.resolve(name);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, "of " + name + "\n");
        }
    }

    @Test
    void anOrganisationHasAPolicyOfItsOwn() {
        assertThat(read(document).organisations().policies())
                .containsExactly(Map.entry(Site.CITY, folder.resolve("midori-city.yaml")));
    }

    @Test
    void picturesAreDrawnUnlessTheFileSaysNo() {
        assertThat(read(LISTENING).drawing()).contains(DrawingSettings.usual());
        assertThat(read(LISTENING + "pictures: {draw: off}\n").drawing()).isEmpty();
        DrawingSettings few = read(LISTENING + "pictures: {pages: 3, seconds: 9, soffice: /bin/../usr/bin/env}\n")
                .drawing()
                .orElseThrow();
        assertThat(few.pages()).isEqualTo(3);
        assertThat(few.time()).isEqualTo(Duration.ofSeconds(9));
        assertThat(few.program(DrawingProgram.SOFFICE)).contains(Path.of("/usr/bin/env"));
    }

    /** What lies around a program is seen inside the jail. */
    @Test
    void programsThatDrawLieWhereSystemsInstallThem() {
        for (String place :
                List.of("/home/program", "/usr/../etc/passwd", "/usr/bin/nothing-of-this-name", "/opt", "env")) {
            assertThat(faults(LISTENING + "pictures: {pdftoppm: " + place + "}\n"))
                    .as(place)
                    .singleElement()
                    .asString()
                    .contains("below /usr or /opt");
        }
    }

    private static final String LISTENING = "listen: [{address: 127.0.0.1, port: 8480}]\n";

    private WebSettings read(String text) {
        return WebFile.read(text.getBytes(StandardCharsets.UTF_8), folder);
    }

    private List<String> faults(String text) {
        try {
            read(text);
            return List.of();
        } catch (PolicyInvalid invalid) {
            return invalid.problems().stream()
                    .map(problem -> problem.text().english().replace(folder.toString(), "F"))
                    .toList();
        }
    }

    @Test
    void theExampleOfTheDocumentIsReadAsItSays() {
        WebSettings settings = read(document);
        assertThat(settings.reach().doors())
                .containsExactly(
                        new Listening(
                                Side.INTERNET,
                                "127.0.0.1",
                                8480,
                                Optional.of(URI.create("https://kiyome.city.example"))),
                        new Listening(
                                Side.LGWAN,
                                "127.0.0.1",
                                8481,
                                Optional.of(URI.create("https://kiyome.city.lgwan.example"))));
        assertThat(settings.reach().sides()).isEqualTo(new Sides(Served.LGWAN, Served.INTERNET));
        assertThat(settings.reach().secure()).isTrue();
        assertThat(settings.sessions()).isEqualTo(3);
        assertThat(settings.files().keep()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.reach().proxies().header()).isEqualTo(Proxies.Header.X_FORWARDED_FOR);
        assertThat(settings.reach().proxies().trusted()).hasSize(1);
        DirectorySettings directory =
                Objects.requireNonNull(settings.organisations().directories().get(Site.CITY));
        assertThat(directory.password().value()).isEqualTo("of ldap.password");
        assertThat(directory.toString()).doesNotContain("of ldap.password");
        assertThat(directory.server().protection()).isEqualTo(DirectorySettings.Protection.LDAPS);
        assertThat(directory.roles().rows())
                .contains(new RoleTable.Row(
                        "cn=somu-chiefs,ou=groups,dc=city,dc=example", new Grant(Role.APPROVER, new Group("総務課"))));
        ProviderSettings provider =
                Objects.requireNonNull(settings.organisations().providers().get(Site.TOWN));
        assertThat(provider.secret().value()).isEqualTo("of openid.secret");
        assertThat(provider.claims().accountEnd()).isEqualTo("@town.example");
        OfficeSettings office = settings.office(Site.CITY);
        assertThat(office.mail()).contains(new MailSettings("kiyome@city.example", Language.JAPANESE, 30));
        assertThat(office.rules().rows()).hasSize(2);
        ApprovalRules.Row originals = office.rules().rows().getFirst();
        assertThat(originals.wanted()).contains(Wanted.ORIGINAL);
        assertThat(originals.chain().written())
                .isEqualTo("172800 86400 LAPSES\nany approver\nall approver@情報政策課,person:suzuki");
        ApprovalRules.Row tax = office.rules().rows().getLast();
        assertThat(tax.group()).contains(new Group("税務課"));
        assertThat(tax.chain().written())
                .isEqualTo("workdays 3 1 2026-12-28,2027-01-04 STAYS\nany approver,quarantine-officer");
        assertThat(settings.office(Site.TOWN)).isEqualTo(OfficeSettings.usual());
    }

    @Test
    void oneDoorNeedsNoMore() {
        WebSettings settings = read("listen: [{address: 127.0.0.1, port: 8480}]\n");
        assertThat(settings.reach().doors()).extracting(Listening::side).containsExactly(Side.WHOLE);
        assertThat(settings.reach().sides()).isEqualTo(Sides.usual());
        assertThat(settings.organisations().directories()).isEmpty();
    }

    @Test
    void mailsNeedADoorThatTheyCanLeadTo() {
        assertThat(faults(document.replaceAll(", origin: [^}]*", "").replaceAll("(?s)  aoba-town:.*", "")))
                .anyMatch(told -> told.contains("mails lead to pages: a door needs an origin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "side: lgwan|side: internet|web.listen: there is one door for the whole, or one for internet and one for lgwan",
                "protection: ldaps|protection: none|web.organisations.midori-city.directory.protection: passwords would go"
                        + " over a network in the clear; this is for this machine (127.0.0.1) alone",
                "(uid={})|(uid=*)|web.organisations.midori-city.directory.people.filter: \"(&(objectClass=person)(uid=*))\""
                        + " has no ={}, where the name stands that is looked for",
                "https://login.town.example|http://login.town.example|web.organisations.aoba-town.provider.issuer:"
                        + " \"http://login.town.example\" is not an issuer (https is needed)",
                "role: clerk|role: boss|\"boss\" is not a role",
                "openid.secret|missing.secret|web.organisations.aoba-town.provider.secret-file: \"F/missing.secret\" cannot"
                        + " be read; it holds one line and is readable by its owner alone (mode 0600)",
                "origin: https://kiyome.city.example|origin: https://kiyome.city.example/x|is not an origin",
                "sessions: 3|session: 3|web has no key \"session\"; did you mean \"sessions\"?",
                "addresses: [127.0.0.1]|addresses: [localhost]|\"localhost\" is not an IP address",
                "approvals-at: lgwan|approvals-at: everywhere|everywhere",
                "person:suzuki|person:Suzuki!|\"person:Suzuki!\" is no approver",
                "approver@情報政策課|clerk@情報政策課|\"clerk@情報政策課\" is no approver",
                "any: [approver]|any: []|there are 1 to 16 of them",
                "any: [approver]|one: [approver]|a step has either any or all",
                "original, deadline-hours: 48,|original,|remind-hours is less than deadline-hours",
                "remind-hours: 24|remind-hours: 48|remind-hours is less than deadline-hours",
                "deadline-workdays: 3|deadline-workdays: 3, remind-workdays: 3|remind-hours is less than deadline-hours",
                "deadline-workdays: 3|deadline-workdays: 3, deadline-hours: 4|remind-hours is less than deadline-hours",
                "deadline-workdays: 3|remind-workdays: 3|remind-hours is less than deadline-hours",
                "2026-12-28|2026-13-28|\"2026-13-28\" is no day",
                "from: kiyome@city.example|from: kiyome|is not an address that mail can be from"
            })
    void whatIsWrongIsToldWithItsPlace(String right, String wrong, String fault) {
        assertThat(document).contains(right);
        assertThat(faults(document.replace(right, wrong))).anyMatch(told -> told.contains(fault));
    }

    @Test
    void aSecretThatOthersMayReadIsRefused() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("ldap.password"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(faults(document)).anyMatch(told -> told.contains("readable by its owner alone"));
    }
}
