package jp.kiyome.approval.request;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.approval.fixture.Site;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Actor;
import org.junit.jupiter.api.Test;

class EmbeddedChainsTest extends ChainsContract {

    @Override
    DatabaseSettings fresh() {
        return new DatabaseSettings.Transient();
    }

    @Test
    void whatWasAskedForBeforeThereWereChainsWaitsForWhoeverMayDecide() throws Exception {
        RequestId id = ask(clerk);
        sql("delete from request_turn where organisation = :organisation");
        assertThat(waitsFor(kakaricho, id)).isFalse();
        sql(migration("h2").replace(";", " where r.organisation = :organisation"));
        waitsForWhoeverMayDecide(id);
    }

    private void sql(String statement) {
        site.store.ledger().change(Site.CITY, Actor.service("test"), change -> change.rows()
                .sql(statement)
                .update());
    }
}
