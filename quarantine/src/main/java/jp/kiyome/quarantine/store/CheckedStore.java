package jp.kiyome.quarantine.store;

import java.util.List;

/**
 * What a check of an organisation's store found.
 *
 * @param items how many there are
 * @param blobs how many were read to their end
 * @param bytes in them
 * @param faults none when all is as it must be; the first thousand else
 */
public record CheckedStore(long items, long blobs, long bytes, List<StoreFault> faults) {

    public CheckedStore {
        faults = List.copyOf(faults);
    }

    public boolean clean() {
        return faults.isEmpty();
    }
}
