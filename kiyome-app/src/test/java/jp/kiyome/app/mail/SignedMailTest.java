package jp.kiyome.app.mail;

import static jp.kiyome.app.mail.ServedCity.CITY;
import static jp.kiyome.app.mail.ServedCity.TO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import jp.kiyome.core.receipt.KeyPairFile;
import jp.kiyome.core.receipt.SignedReceipt;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mail that is kept has a receipt, where {@code serve} is told to sign. */
class SignedMailTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theReceiptOfAMailIsOfWhatTheStoreHas() throws Exception {
        try (ServedCity city = new ServedCity(folder)) {
            try (ServeProcess serve = city.launch("", "")) {
                city.send(ServedCity.mail("hello"));
                city.awaitTrue(() -> !city.hop.taken(TO).isEmpty());
                serve.kill();
            }
            try (Store store = city.store()) {
                Item item = store.items()
                        .find(
                                CITY,
                                store.items()
                                        .search(CITY, Criteria.any(), 1)
                                        .getFirst()
                                        .id())
                        .orElseThrow();
                Conclusion conclusion = item.conclusion().orElseThrow();
                KeyPairFile key = KeyPairFile.openOrCreate(city.keys());
                try (InputStream output = store.blobs()
                        .open(
                                CITY,
                                Actor.service("test"),
                                item.id(),
                                Area.CLEANED,
                                conclusion.root().output().orElseThrow().sha256(),
                                "test")) {
                    SignedReceipt.read(conclusion.receipt().getBytes(StandardCharsets.US_ASCII))
                            .verify(Digest.of(output), Map.of(key.id(), key.publicKey()));
                }
                assertThat(conclusion.receipt()).contains("\"type\":\"eml\"");
            }
        }
    }
}
