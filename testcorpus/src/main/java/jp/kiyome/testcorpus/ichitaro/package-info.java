/** Documents of Ichitaro, good and hostile, made from what is public of their structure alone. */
@NullMarked
package jp.kiyome.testcorpus.ichitaro;

import org.jspecify.annotations.NullMarked;
