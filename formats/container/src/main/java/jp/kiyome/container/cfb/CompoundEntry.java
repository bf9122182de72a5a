package jp.kiyome.container.cfb;

/** What a storage of a compound file lists. */
public sealed interface CompoundEntry permits CompoundStorage, CompoundStream {

    /** As the directory has it: 1 to 31 UTF-16 units, often with a control character in front. */
    String name();
}
