package jp.kiyome.approval.page;

/**
 * An item in a list.
 *
 * @param state name of its state
 */
record Line(String id, String kind, String title, String sender, String received, String state, String size) {}
