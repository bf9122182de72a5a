package jp.kiyome.approval.server;

import java.time.InstantSource;
import java.util.function.Function;
import jp.kiyome.approval.intake.Works;
import jp.kiyome.approval.job.Treatments;
import jp.kiyome.approval.policy.Policies;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;

/**
 * What the web application stands on.
 *
 * @param store opened with the tables of {@link jp.kiyome.approval.account.WebTables}
 * @param works how an organisation's files are sanitized
 * @param treatments how its items are processed again
 * @param policies the files below what is applied on a page
 */
public record Surroundings(
        WebSettings settings,
        Store store,
        Function<Organisation, Works> works,
        Treatments treatments,
        Policies policies,
        FindingCatalogue catalogue,
        InstantSource clock) {}
