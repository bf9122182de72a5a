package jp.kiyome.office.xls;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.ptg.Formula;
import jp.kiyome.office.xls.ptg.TokenCopy;
import jp.kiyome.office.xls.ptg.TokenScope;

/** What is known of a workbook before anything of it is written. Made by {@link Survey}. Not thread-safe. */
final class Book implements TokenScope {

    private final Content stream;
    private final Session session;
    private final Told told;
    private final SheetList sheets = new SheetList();
    private final Links links = new Links();
    private final DefinedNames names = new DefinedNames();
    private final SharedStrings strings = new SharedStrings();
    private final TokenCopy tokens = new TokenCopy(this);
    private final Counts counts = new Counts();

    Book(Content stream, Session session) {
        this.stream = stream;
        this.session = session;
        this.told = new Told(session, "");
    }

    Content stream() {
        return stream;
    }

    Session session() {
        return session;
    }

    Told told() {
        return told;
    }

    SheetList sheets() {
        return sheets;
    }

    Links links() {
        return links;
    }

    DefinedNames names() {
        return names;
    }

    SharedStrings strings() {
        return strings;
    }

    TokenCopy tokens() {
        return tokens;
    }

    Counts counts() {
        return counts;
    }

    /** A format of a cell (an XF record); one that is not there becomes the default. */
    int format(RecordInput in) {
        return counts.format(in.u16(), in);
    }

    /** Judges a formula that has its size in front; what its tokens have behind them goes on from there. */
    Formula formula(byte[] rgce, RecordInput extra) {
        return tokens.copy(rgce, extra);
    }

    @Override
    public int sheets(int reference) {
        return links.sheets(reference);
    }

    @Override
    public String whyNot(int reference) {
        return links.whyNot(reference);
    }

    @Override
    public int name(int number) {
        return names.number(number);
    }

    @Override
    public boolean isFunction(int name) {
        return names.isFunction(name);
    }

    @Override
    public int addIn(int reference) {
        return links.addIn(reference);
    }

    @Override
    public int addInFunction(int reference, int name) {
        return links.addInFunction(reference, name);
    }
}
