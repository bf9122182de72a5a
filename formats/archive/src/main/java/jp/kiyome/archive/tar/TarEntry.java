package jp.kiyome.archive.tar;

import jp.kiyome.archive.Member;

/**
 * A member and where its bytes stand.
 *
 * @param at offset of the first one; {@code size} of them are inside the file
 */
record TarEntry(Member member, long at, long size) {}
