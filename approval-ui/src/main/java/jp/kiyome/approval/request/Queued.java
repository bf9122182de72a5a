package jp.kiyome.approval.request;

import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Kind;

/**
 * A request that waits, with what a list says of its item.
 *
 * @param type the id of the item's type; empty when unknown
 */
public record Queued(Request request, Kind kind, Group group, Untrusted title, String type) {}
