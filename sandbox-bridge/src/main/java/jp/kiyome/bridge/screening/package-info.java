/** Others are asked about a file before it is rebuilt and afterwards, and what they say is obeyed. */
@NullMarked
package jp.kiyome.bridge.screening;

import org.jspecify.annotations.NullMarked;
