package jp.kiyome.testcorpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.testcorpus.ooxml.OoxmlVectors;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** Packages with one member exchanged for fuzzed bytes. */
final class OoxmlSeeds {

    private record Member(RawZip zip, int index) {}

    private static final List<Member> MEMBERS = all();

    private OoxmlSeeds() {}

    static List<RawEntry> members() {
        return MEMBERS.stream().map(m -> m.zip.entries().get(m.index)).toList();
    }

    /** A whole package from one byte that chooses a member and the bytes to stand there. */
    static byte[] with(byte[] choiceAndBytes) {
        Member member = MEMBERS.get((choiceAndBytes[0] & 0xFF) % MEMBERS.size());
        byte[] bytes = Arrays.copyOfRange(choiceAndBytes, 1, choiceAndBytes.length);
        RawZip zip = new RawZip();
        for (int i = 0; i < member.zip.entries().size(); i++) {
            RawEntry entry = member.zip.entries().get(i);
            zip.add(i == member.index ? RawEntry.of(entry.name(), bytes) : entry);
        }
        return zip.bytes();
    }

    private static List<Member> all() {
        List<Member> members = new ArrayList<>();
        for (RawZip zip : OoxmlVectors.seeds()) {
            for (int i = 0; i < zip.entries().size(); i++) {
                members.add(new Member(zip, i));
            }
        }
        return List.copyOf(members);
    }
}
