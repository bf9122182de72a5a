package jp.kiyome.office.escher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeIdsTest {

    @Test
    void shapesAreNumberedInClustersOfTheirDrawing() {
        ShapeIds ids = new ShapeIds();
        ids.begin();
        List<Integer> first = tickets(ids, 7, 1025);
        ids.begin();
        List<Integer> second = tickets(ids, 90_000, 1);

        assertThat(ids.settle(first)).isEqualTo(1);
        assertThat(ids.settle(second)).isEqualTo(2);

        assertThat(ids.ofTicket(first.getFirst())).isEqualTo(1024);
        assertThat(ids.ofTicket(first.get(1023))).isEqualTo(2047);
        assertThat(ids.ofTicket(first.get(1024))).isEqualTo(2048);
        assertThat(ids.ofTicket(second.getFirst())).isEqualTo(3072);
        assertThat(ids.clusters())
                .containsExactly(new ShapeIds.Cluster(1, 1024), new ShapeIds.Cluster(1, 1), new ShapeIds.Cluster(2, 1));
    }

    @Test
    void aReferenceGoesToTheDrawingsOwnShapeFirst() {
        ShapeIds ids = new ShapeIds();
        int one = ids.begin();
        List<Integer> first = tickets(ids, 5, 1);
        int two = ids.begin();
        List<Integer> second = tickets(ids, 5, 2);
        ids.settle(first);
        ids.settle(second);

        assertThat(ids.ofOld(one, 5)).isEqualTo(1024);
        assertThat(ids.ofOld(two, 5)).isEqualTo(2048);
        assertThat(ids.ofOld(one, 6)).as("of another drawing").isEqualTo(2049);
    }

    @Test
    void aReferenceToAShapeThatGoesLeadsNowhere() {
        ShapeIds ids = new ShapeIds();
        int drawing = ids.begin();
        tickets(ids, 5, 1);

        assertThat(ids.ofOld(drawing, 5)).isZero();
        assertThat(ids.ofOld(drawing, 6)).isZero();
    }

    private static List<Integer> tickets(ShapeIds ids, int from, int count) {
        List<Integer> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tickets.add(ids.ticket(from + i));
        }
        return tickets;
    }
}
