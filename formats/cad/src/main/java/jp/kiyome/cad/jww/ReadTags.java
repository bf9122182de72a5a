package jp.kiyome.cad.jww;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Refusal;

/**
 * The tags before the objects of an archive of MFC (technical note 2): a class that is new with its schema and name, or the number of
 * one that was. Classes and objects are numbered in one row. Not thread-safe.
 */
final class ReadTags {

    private static final int NEW_CLASS = 0xFFFF;
    private static final int CLASS = 0x8000;
    private static final int BIG = 0x7FFF;
    private static final long BIG_CLASS = 0x8000_0000L;
    private static final int LONGEST_NAME = 16;

    private final JwwInput in;
    private final Map<Long, String> classes = new HashMap<>();
    private final Map<String, Integer> schemas = new HashMap<>();
    private long next = 1;

    ReadTags(JwwInput in) {
        this.in = in;
    }

    /** The class of the object that follows; empty for none at all. */
    Optional<String> next() {
        int word = in.u16();
        if (word == NEW_CLASS) {
            String name = fresh();
            next++;
            return Optional.of(name);
        }
        long tag = word == BIG ? in.u32() : (word & CLASS) == 0 ? word : BIG_CLASS | word & BIG;
        long number = tag & (BIG_CLASS - 1);
        if (number == 0) {
            return Optional.empty();
        }
        String name = (tag & BIG_CLASS) == 0 ? null : classes.get(number);
        if (name == null) {
            throw Refusal.of("jww.structure", "an object of no class, before " + in.position());
        }
        next++;
        return Optional.of(name);
    }

    /** The schema that the file gives a class. */
    int schema(String name) {
        return schemas.getOrDefault(name, 0);
    }

    private String fresh() {
        int schema = in.u16();
        int length = in.u16();
        if (length > LONGEST_NAME || schema > JwwRebuilder.NEWEST) {
            throw Refusal.of("jww.structure", "a class of no sense, before " + in.position());
        }
        String name = new String(in.array(length), StandardCharsets.ISO_8859_1);
        if (schemas.put(name, schema) != null) {
            throw Refusal.of("jww.structure", "a class twice, before " + in.position());
        }
        classes.put(next++, name);
        return name;
    }
}
