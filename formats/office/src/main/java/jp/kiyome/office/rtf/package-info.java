/**
 * Rich Text Format: read token by token, kept by the allow-lists beside this package, written anew in ASCII.
 *
 * <p>Source: Rich Text Format (RTF) Specification 1.9.1.
 */
@NullMarked
package jp.kiyome.office.rtf;

import org.jspecify.annotations.NullMarked;
