/**
 * A streaming XML filter driven by allow-lists: a strict reader without DTDs, a walk that copies what is listed, and a writer
 * that never sees the input.
 *
 * <p>Source: XML 1.0 (Fifth Edition), Namespaces in XML 1.0 (Third Edition), ECMA-376-3 (markup compatibility).
 */
@NullMarked
package jp.kiyome.container.xml;

import org.jspecify.annotations.NullMarked;
