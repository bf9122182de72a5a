package jp.kiyome.quarantine.reprocess.batch;

import java.util.UUID;
import jp.kiyome.quarantine.item.Organisation;

/**
 * A part that is to be done by whoever has time.
 *
 * @param jobExecution its number in the job repository
 * @param stepExecution its number there
 */
public record Assignment(Organisation organisation, UUID run, long jobExecution, long stepExecution) {}
