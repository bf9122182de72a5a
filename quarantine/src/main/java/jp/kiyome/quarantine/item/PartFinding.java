package jp.kiyome.quarantine.item;

import jp.kiyome.core.finding.Action;

/**
 * How often a kind of finding stood in a part; the report has the places.
 *
 * @param code of the findings catalogue
 */
public record PartFinding(String code, Action action, long count) {}
