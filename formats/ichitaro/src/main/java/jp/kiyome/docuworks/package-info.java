/** Documents and binders of DocuWorks. Structure and rules: docs/formats/docuworks.md. */
@NullMarked
package jp.kiyome.docuworks;

import org.jspecify.annotations.NullMarked;
