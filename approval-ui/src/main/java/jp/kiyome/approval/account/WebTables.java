package jp.kiyome.approval.account;

import jp.kiyome.quarantine.database.OwnTables;

/** The tables of this module. */
public final class WebTables {

    /** Beside the store's. */
    public static final OwnTables TABLES = new OwnTables("web", "jp/kiyome/approval/database");

    private WebTables() {}
}
