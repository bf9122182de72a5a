package jp.kiyome.core.engine;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.text.Excerpt;

/**
 * What a rebuild gave, before anybody has verified it. Nobody may pass its bytes on.
 *
 * @param output present exactly when the report says <i>rebuilt</i>; lives as long as the job's workspace
 * @param excerpt what it says, where that was asked for and is known
 * @param spent of the budget
 */
public record Draft(Report report, Optional<Content> output, Optional<Excerpt> excerpt, Spent spent) {}
