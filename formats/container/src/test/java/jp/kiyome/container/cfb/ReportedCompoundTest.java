package jp.kiyome.container.cfb;

import static jp.kiyome.container.cfb.ForgedCompound.SECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Finding;
import org.junit.jupiter.api.Test;

/** What no program shows is told, and is no obstacle. */
class ReportedCompoundTest {

    private static final byte[] CANARY = "canary-5f1d".getBytes(StandardCharsets.US_ASCII);

    private static List<String> codes(byte[] file) {
        List<Finding> findings = new ArrayList<>();
        Map<String, byte[]> streams = ForgedCompound.read(file, findings);
        assertThat(streams).hasSize(3);
        return findings.stream().map(finding -> finding.kind().code()).toList();
    }

    private static byte[] hiding(int at) {
        byte[] file = new ForgedCompound().bytes();
        System.arraycopy(CANARY, 0, file, at, CANARY.length);
        return file;
    }

    @Test
    void timesAreTold() {
        assertThat(codes(new ForgedCompound().entry(3, 104, 7).bytes())).containsExactly("cfb.time");
    }

    @Test
    void bytesBehindTheEndOfAStreamAreTold() {
        assertThat(codes(hiding(SECTOR * 16 - 20))).containsExactly("cfb.loose-bytes");
        assertThat(codes(hiding(SECTOR * 5 + 110))).containsExactly("cfb.loose-bytes");
    }

    @Test
    void bytesBehindTheMiniStreamAreTold() {
        assertThat(codes(hiding(SECTOR * 5 + 300))).containsExactly("cfb.loose-bytes");
    }

    @Test
    void freeSectorsThatAreNotEmptyAreTold() {
        byte[] file = Arrays.copyOf(new ForgedCompound().bytes(), SECTOR * 17);
        assertThat(codes(file)).isEmpty();
        System.arraycopy(CANARY, 0, file, SECTOR * 16, CANARY.length);
        assertThat(codes(file)).containsExactly("cfb.loose-bytes");
        assertThat(codes(Arrays.copyOf(file, SECTOR * 16 + 11))).containsExactly("cfb.loose-bytes");
    }

    @Test
    void entriesThatNothingLeadsToAreTold() {
        byte[] file = new ForgedCompound().bytes();
        System.arraycopy(file, 2 * SECTOR + 128, file, 2 * SECTOR + 5 * 128, 128);
        assertThat(codes(file)).containsExactly("cfb.lost-entry");
    }

    @Test
    void aLastSectorThatIsCutBehindItsStreamIsNoFault() {
        byte[] file = new ForgedCompound().bytes();
        assertThat(codes(Arrays.copyOf(file, SECTOR * 15 + 5000 % SECTOR))).isEmpty();
    }
}
