package jp.kiyome.mail.settings;

import java.nio.file.Path;

/**
 * Key and certificate of this host.
 *
 * @param file PKCS #12
 * @param password the file that holds its password, on one line
 */
public record KeyFile(Path file, Path password) {}
