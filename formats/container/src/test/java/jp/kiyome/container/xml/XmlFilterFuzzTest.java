package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are refused, or come out as a document that comes out unchanged. */
class XmlFilterFuzzTest {

    static Stream<Arguments> seeds() {
        Stream<String> made = Stream.of(
                Filtered.doc("<t:list><t:run note='&#x1F600;'>a]]&gt;<![CDATA[]]]]><![CDATA[>]]></t:run></t:list>"),
                Filtered.doc(
                        "<t:p><mc:AlternateContent><mc:Choice Requires='e'/><mc:Fallback/></mc:AlternateContent></t:p>"),
                "<?xml version='1.0' encoding='UTF-8'?><!-- - --><?a b?><plain/>");
        Stream<String> random = Stream.of(1L, 2L, 3L, 4L, 5L).map(Random::new).map(r -> new OddSpelling(r)
                .spell(new RandomTree(r).document()));
        return Stream.concat(made, random).map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void anyBytesAreRefusedOrComeOutAsTheyStay(byte[] bytes) {
        Filtered once;
        try {
            once = Filtered.of(bytes);
        } catch (Refusal refused) {
            return;
        }
        assertThat(Filtered.of(once.xml())).isEqualTo(new Filtered(once.xml(), List.of()));
    }
}
