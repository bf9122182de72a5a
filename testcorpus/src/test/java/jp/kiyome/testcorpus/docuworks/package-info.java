/** Readers of DocuWorks documents that share no code with the handler. */
@NullMarked
package jp.kiyome.testcorpus.docuworks;

import org.jspecify.annotations.NullMarked;
