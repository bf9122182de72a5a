package jp.kiyome.approval.directory;

import jp.kiyome.approval.person.Person;

/** What came of asking a directory. */
public sealed interface DirectoryAnswer {

    /** The password is right, and they have a role here. */
    record Right(Person person) implements DirectoryAnswer {}

    /** There is nobody of that name, or more than one, or the password is wrong. */
    record Wrong() implements DirectoryAnswer {}

    /** The password is right, but no group of theirs has a role here. */
    record NoRole() implements DirectoryAnswer {}

    /**
     * It does not answer, or not as it should.
     *
     * @param why for operators
     */
    record Unreachable(String why) implements DirectoryAnswer {}
}
