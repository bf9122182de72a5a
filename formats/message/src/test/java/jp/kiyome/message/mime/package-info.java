@NullMarked
package jp.kiyome.message.mime;

import org.jspecify.annotations.NullMarked;
