/** Parts of a run handed to other machines by messages (Jakarta Messaging 3.1, Apache Artemis). */
@NullMarked
package jp.kiyome.quarantine.reprocess.remote;

import org.jspecify.annotations.NullMarked;
