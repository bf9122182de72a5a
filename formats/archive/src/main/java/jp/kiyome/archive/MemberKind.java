package jp.kiyome.archive;

/** What a member of an archive is. */
public enum MemberKind {
    FILE,
    DIRECTORY,
    /** A symbolic or hard link; it never comes out. */
    LINK,
    /** A device, a pipe, a volume label or what nobody knows; it never comes out. */
    OTHER
}
