package jp.kiyome.archive;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How an archive is written, as far as formats give a choice.
 *
 * @param names windows-31j when all names came in it and can be written in it, else UTF-8
 * @param password to encrypt all files with, always with AES-256; empty for none
 * @param variant {@link ArchiveReader#variant} of the archive that was read
 */
public record Style(Charset names, Optional<String> password, int variant) {}
