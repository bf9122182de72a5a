package jp.kiyome.pdf.read;

import jp.kiyome.pdf.cos.Cos;

/** Where the encoded data of a stream stands. {@code number} and {@code generation} are those of its object, for decrypting. */
public record RawStream(Cos.Dict dict, long offset, long length, int number, int generation) {}
