/** Asks scanners over ICAP (RFC 3507), as proxies ask them. */
@NullMarked
package jp.kiyome.bridge.icap;

import org.jspecify.annotations.NullMarked;
