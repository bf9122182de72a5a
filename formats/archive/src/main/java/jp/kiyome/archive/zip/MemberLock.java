package jp.kiyome.archive.zip;

import jp.kiyome.archive.Stretched;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;

/** Locks a member as AE-2 with AES-256: salt, check bytes, data, HMAC. */
final class MemberLock {

    static final int KEY_SIZE = 32;

    private MemberLock() {}

    /** @param packed what is encrypted; {@code plain} is what it is packed from */
    static Content lock(Content packed, Content plain, String password, Session own) {
        byte[] salt = salt(plain, password, own);
        Aes aes = new Aes(Aes.bytes(password), salt, KEY_SIZE);
        Sink out = own.scratch();
        out.write(salt, 0, salt.length);
        out.write(aes.check(), 0, Aes.CHECK);
        byte[] mac = aes.encrypt(packed, out, own.budget());
        out.write(mac, 0, mac.length);
        return out.finish();
    }

    /** Another one for every content and password, for equal keys must never mask two different contents. */
    static byte[] salt(Content plain, String password, Session session) {
        return Stretched.of(password, plain, Aes.ROUNDS, session.budget()).value("zip salt", KEY_SIZE / 2);
    }
}
