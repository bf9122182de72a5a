package jp.kiyome.quarantine.item;

/** What an item is. */
public enum Kind {
    MAIL,
    FILE
}
