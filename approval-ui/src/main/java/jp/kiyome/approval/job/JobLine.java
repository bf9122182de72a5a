package jp.kiyome.approval.job;

import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.reprocess.task.Result;

/**
 * An item that did not come to the same.
 *
 * @param before name of its verdict; empty when nothing is known
 * @param after name of its verdict now; empty when it was skipped
 * @param reason of the skip, or the code of the finding that keeps it from coming out; else empty
 */
public record JobLine(long number, ItemId item, Result result, String before, String after, String reason) {}
