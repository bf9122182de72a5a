package jp.kiyome.office.ooxml;

import java.util.List;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.finding.FindingTally;
import jp.kiyome.office.xlsb.Followed;

/** What a package adds to the records of one binary part. */
final class BinaryHost implements jp.kiyome.office.xlsb.PartHost {

    private static final String ANONYMOUS = "Author";

    private final PackageWalk walk;
    private final PartScope scope;
    private final FindingTally told = new FindingTally();

    BinaryHost(PackageWalk walk, PartScope scope) {
        this.walk = walk;
        this.scope = scope;
    }

    @Override
    public Followed follow(String id, List<String> kinds) {
        return switch (scope.follow(id, kinds)) {
            case Reference.Kept(String kept) -> new Followed.Kept(kept);
            case Reference.Refused(String code) -> new Followed.Refused(code);
        };
    }

    @Override
    public int checkpoint() {
        return scope.checkpoint();
    }

    @Override
    public void rollBack(int checkpoint) {
        scope.rollBack(checkpoint);
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        told.found(code, action, place, detail);
    }

    @Override
    public String author(String name) {
        if (!walk.options().anonymizesAuthors() || name.isEmpty() || name.equals(ANONYMOUS)) {
            return name;
        }
        told.found("metadata.author", Action.REPLACED, "BrtCommentAuthor", "");
        return ANONYMOUS;
    }

    @Override
    public Budget budget() {
        return walk.session().budget();
    }

    /** Passes on what was found in the part. */
    void report(ZipMember part) {
        told.report(walk.session(), Location.ofPart(part.name()));
    }
}
