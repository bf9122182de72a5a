package jp.kiyome.image.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The scans of a progressive picture, as libjpeg's {@code jpeg_simple_progression} lays them out (jcparam.c).
 *
 * @param dcScans components of each DC scan
 * @param acScans components of each AC scan: one each (T.81 G.1.1.1.1)
 */
record ProgressiveScript(List<List<Integer>> dcScans, List<List<Integer>> acScans) {

    List<ScanPlan> plans(ColourModel colours) {
        List<ScanPlan> plans = new ArrayList<>();
        add(plans, dcScans, 0, 0, 0, 1);
        if (colours == ColourModel.YCBCR) {
            plans.add(new ScanPlan(acScans.get(0), 1, 5, 0, 2));
            plans.add(new ScanPlan(acScans.get(2), 1, 63, 0, 1));
            plans.add(new ScanPlan(acScans.get(1), 1, 63, 0, 1));
            plans.add(new ScanPlan(acScans.get(0), 6, 63, 0, 2));
            plans.add(new ScanPlan(acScans.get(0), 1, 63, 2, 1));
            add(plans, dcScans, 0, 0, 1, 0);
            plans.add(new ScanPlan(acScans.get(2), 1, 63, 1, 0));
            plans.add(new ScanPlan(acScans.get(1), 1, 63, 1, 0));
            plans.add(new ScanPlan(acScans.get(0), 1, 63, 1, 0));
        } else {
            add(plans, acScans, 1, 5, 0, 2);
            add(plans, acScans, 6, 63, 0, 2);
            add(plans, acScans, 1, 63, 2, 1);
            add(plans, dcScans, 0, 0, 1, 0);
            add(plans, acScans, 1, 63, 1, 0);
        }
        return List.copyOf(plans);
    }

    private static void add(List<ScanPlan> plans, List<List<Integer>> scans, int start, int end, int high, int low) {
        scans.forEach(components -> plans.add(new ScanPlan(components, start, end, high, low)));
    }
}
