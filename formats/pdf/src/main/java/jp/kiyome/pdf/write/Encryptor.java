package jp.kiyome.pdf.write;

import jp.kiyome.pdf.cos.Cos;

/** Encrypts what is written (ISO 32000-2, 7.6). */
public interface Encryptor {

    /** The encryption dictionary, itself never encrypted. */
    Cos.Dict dictionary();

    /** The trailer's ID. */
    Cos.Arr id();

    Cos.Str string(int number, Cos.Str string);

    byte[] stream(int number, byte[] data);
}
