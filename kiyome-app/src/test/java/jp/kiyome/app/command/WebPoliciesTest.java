package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.policy.PolicyLevel;
import jp.kiyome.approval.server.WebSettings;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.quarantine.item.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of several organisations in one web application. */
class WebPoliciesTest {

    private static final Organisation CITY = new Organisation("midori-city");
    private static final Organisation TOWN = new Organisation("aoba-town");

    @TempDir
    Path folder;

    private final Workshop workshop = new Workshop(Registry::ofClassPath, Optional.empty());

    private Path file(String name, String body) throws Exception {
        return Files.writeString(folder.resolve(name), "version: 1\n" + body);
    }

    private WebPolicies read(List<Path> files, Map<Organisation, Path> own) throws Exception {
        WebSettings settings = WebSettings.loopback(0, folder).withPolicies(own);
        return WebPolicies.read(workshop, files, Set.of(), settings, Optional.empty());
    }

    private static PolicyLayer last(List<PolicyLevel> levels) {
        return levels.getLast().layer();
    }

    @Test
    void eachOrganisationHasItsOwnFileOverThoseOfAll() throws Exception {
        Path system = file("system.yaml", "types: {pdf: block}\nlets: {types: yes}\n");
        Path city = file("city.yaml", "types: {pdf: allow, docx: block}\n");
        WebPolicies policies = read(List.of(system), Map.of(CITY, city));
        assertThat(policies.files(CITY)).extracting(PolicyLevel::name).containsExactly("system.yaml", "city.yaml");
        assertThat(policies.files(TOWN)).extracting(PolicyLevel::name).containsExactly("system.yaml");
        assertThat(policies.chosen(last(policies.files(CITY))).policy().allows("pdf"))
                .isTrue();
        assertThat(policies.chosen(last(policies.files(CITY))).policy().allows("docx"))
                .isFalse();
        assertThat(policies.chosen(last(policies.files(TOWN))).policy().allows("pdf"))
                .isFalse();
    }

    @Test
    void anOrganisationSaysNoMoreThanTheUpperFileLets() throws Exception {
        Path system = file("system.yaml", "types: {pdf: block}\n");
        Path city = file("city.yaml", "types: {pdf: allow}\n");
        assertThatThrownBy(() -> read(List.of(system), Map.of(CITY, city))).isInstanceOf(BadPolicy.class);
    }

    /** They share the workers: the strictest of all holds. */
    @Test
    void whatAnyFileSaysOfTheJailIsHeard() throws Exception {
        Path city = file("city.yaml", "jail: required\n");
        assertThat(read(List.of(), Map.of(CITY, city)).jails())
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(JailRule.REQUIRED));
    }

    @Test
    void withoutAFileTheDefaultsHold() throws Exception {
        WebPolicies policies = read(List.of(), Map.of());
        assertThat(policies.files(CITY)).isEmpty();
        assertThat(policies.chosen(PolicyLayer.empty()).policy().hash())
                .isEqualTo(workshop.policy(List.of()).policy().hash());
        PolicyLayer layer = policies.read(
                "version: 1\ntypes: {pdf: block}\n".getBytes(StandardCharsets.UTF_8), PolicyLayer.empty());
        assertThat(policies.chosen(layer).policy().allows("pdf")).isFalse();
    }
}
