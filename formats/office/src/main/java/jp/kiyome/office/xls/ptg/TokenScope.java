package jp.kiyome.office.xls.ptg;

/** What the tokens of a workbook may refer to, by the numbers of the input, and the numbers it gets. */
public interface TokenScope {

    /** Stands for what does not stay. */
    int GONE = -1;

    /** The new number of a reference to sheets ([MS-XLS] 2.5.334), all of them of this workbook and staying; or {@link #GONE}. */
    int sheets(int reference);

    /** Why a reference to sheets does not stay: a kind of finding. */
    String whyNot(int reference);

    /** The new number of a defined name, counted from 1; or {@link #GONE}. */
    int name(int number);

    /** Whether a defined name stands for a function that has no number. */
    boolean isFunction(int name);

    /** The new number of the reference under which functions of add-ins stand; {@link #GONE} when the old one is no such. */
    int addIn(int reference);

    /** The new number of a function of an add-in, counted from 1; or {@link #GONE}. */
    int addInFunction(int reference, int name);
}
