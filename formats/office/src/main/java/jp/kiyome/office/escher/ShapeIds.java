package jp.kiyome.office.escher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Refusal;

/**
 * Numbers of shapes. While a drawing is read each shape gets a ticket, whatever number it came with; when it is known which
 * drawings stay, the tickets become numbers: one after the other, each drawing in clusters of 1024 of its own ([MS-ODRAW]
 * 2.2.46). A number that led to no shape that stays becomes 0. Not thread-safe.
 */
final class ShapeIds {

    private static final int CLUSTER = 1024;

    /** The field for a drawing's number has twelve bits, and its highest value means something else. */
    private static final int MOST_DRAWINGS = 0xFFE;

    /** Shapes of one cluster. */
    record Cluster(int drawing, int used) {}

    private final List<Map<Integer, Integer>> tickets = new ArrayList<>();
    private final Map<Integer, Integer> anywhere = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Cluster> clusters = new ArrayList<>();
    private int lastTicket;
    private int drawings;
    private int shapes;

    /** Begins a drawing and returns its index. */
    int begin() {
        tickets.add(new HashMap<>());
        return tickets.size() - 1;
    }

    /** A ticket for a shape of the drawing begun last. */
    int ticket(int number) {
        lastTicket++;
        tickets.getLast().putIfAbsent(number, lastTicket);
        anywhere.putIfAbsent(number, lastTicket);
        return lastTicket;
    }

    /** Gives the tickets of a drawing that stays their numbers, and returns the drawing's own. */
    int settle(List<Integer> ofDrawing) {
        if (++drawings > MOST_DRAWINGS) {
            throw Refusal.of("escher.too-many-drawings", Integer.toString(MOST_DRAWINGS));
        }
        for (int i = 0; i < ofDrawing.size(); i++) {
            if (i % CLUSTER == 0) {
                clusters.add(new Cluster(drawings, Math.min(CLUSTER, ofDrawing.size() - i)));
            }
            numbers.put(ofDrawing.get(i), clusters.size() * CLUSTER + i % CLUSTER);
        }
        shapes += ofDrawing.size();
        return drawings;
    }

    /** The number of a shape that stays. */
    int ofTicket(int ticket) {
        return numbers.getOrDefault(ticket, 0);
    }

    /** The new number for an old one that a drawing points to: its own shape first, then another's; 0 for none. */
    int ofOld(int drawing, int old) {
        int elsewhere = anywhere.getOrDefault(old, 0);
        int ticket = drawing < 0 ? elsewhere : tickets.get(drawing).getOrDefault(old, elsewhere);
        return ofTicket(ticket);
    }

    List<Cluster> clusters() {
        return clusters;
    }

    int drawings() {
        return drawings;
    }

    int shapes() {
        return shapes;
    }

    /** A number above all that are given. */
    int bound() {
        return (clusters.size() + 1) * CLUSTER;
    }
}
