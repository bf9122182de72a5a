/** Hands files and addresses to a CAPE sandbox and fetches its report later. */
@NullMarked
package jp.kiyome.bridge.cape;

import org.jspecify.annotations.NullMarked;
