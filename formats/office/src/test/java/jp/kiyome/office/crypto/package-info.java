@NullMarked
package jp.kiyome.office.crypto;

import org.jspecify.annotations.NullMarked;
