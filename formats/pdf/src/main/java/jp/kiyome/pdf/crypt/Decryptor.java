package jp.kiyome.pdf.crypt;

import java.io.InputStream;
import jp.kiyome.pdf.cos.Cos;

/** Decrypts strings and streams of a file (ISO 32000-2, 7.6.3). */
public interface Decryptor {

    /** For files that are not encrypted. */
    Decryptor NONE = new Decryptor() {
        @Override
        public Cos.Str string(int number, int generation, Cos.Str string) {
            return string;
        }

        @Override
        public InputStream stream(int number, int generation, InputStream in) {
            return in;
        }
    };

    /** A string of the object of that number. */
    Cos.Str string(int number, int generation, Cos.Str string);

    /** The data of the stream of that number. */
    InputStream stream(int number, int generation, InputStream in);
}
