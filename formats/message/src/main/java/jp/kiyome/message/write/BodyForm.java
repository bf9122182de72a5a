package jp.kiyome.message.write;

/** How a body is written (RFC 2045 §6): the one way for what it is. */
public enum BodyForm {
    /** As it is: seven bits, lines that end with CRLF. */
    SEVEN_BIT("7bit"),
    /** Text that is mostly ASCII. */
    QUOTED_PRINTABLE("quoted-printable"),
    /** Everything else. */
    BASE64("base64");

    private final String word;

    BodyForm(String word) {
        this.word = word;
    }

    /** The word of Content-Transfer-Encoding. */
    public String word() {
        return word;
    }
}
