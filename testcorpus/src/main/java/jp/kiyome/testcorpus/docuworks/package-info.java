/** Documents and binders of DocuWorks, good and hostile, made from what is public of their structure alone. */
@NullMarked
package jp.kiyome.testcorpus.docuworks;

import org.jspecify.annotations.NullMarked;
