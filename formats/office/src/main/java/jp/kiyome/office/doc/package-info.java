/** Word documents of 97 to 2003, read to a model and written anew. Source: [MS-DOC]. */
@NullMarked
package jp.kiyome.office.doc;

import org.jspecify.annotations.NullMarked;
