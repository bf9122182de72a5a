package jp.kiyome.approval.account;

/** Who says whether somebody is who they say. */
public enum Origin {
    /** A password in our own table. */
    LOCAL,
    /** The organisation's directory (LDAP). */
    DIRECTORY,
    /** The organisation's OpenID provider. */
    PROVIDER
}
