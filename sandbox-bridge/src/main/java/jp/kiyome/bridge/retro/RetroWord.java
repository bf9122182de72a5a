package jp.kiyome.bridge.retro;

/** The words of the mail to the administrator. The texts stand in a table beside this class. */
enum RetroWord {
    SUBJECT,
    INTRODUCTION,
    DELIVERY,
    ADVICE
}
