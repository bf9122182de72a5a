package jp.kiyome.bridge.pending;

class MemoryPendingStoreTest implements PendingStoreContract {

    private final MemoryPendingStore store = new MemoryPendingStore();

    @Override
    public PendingStore store() {
        return store;
    }

    /** What is on the heap has no restart: the same object stands for it. */
    @Override
    public PendingStore reopened() {
        return store;
    }
}
