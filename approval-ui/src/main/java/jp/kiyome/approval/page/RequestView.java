package jp.kiyome.approval.page;

/** A request as a page shows it. */
record RequestView(
        String id,
        String item,
        String title,
        String wanted,
        String requester,
        String reason,
        String phase,
        String made,
        String decidedBy,
        String decided,
        String comment,
        String seal) {}
