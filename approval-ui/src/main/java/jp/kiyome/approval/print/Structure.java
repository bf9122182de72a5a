package jp.kiyome.approval.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the text is, for those who have it read to them: the structure tree (ISO 32000-2, 14.7 and 14.8). For one thread. */
final class Structure {

    /** The whole document. */
    static final int DOCUMENT = 0;

    private final List<Element> elements = new ArrayList<>();

    /** Of each page, the element of each of its marks. */
    private final List<List<Integer>> marks = new ArrayList<>();

    /**
     * An element.
     *
     * @param page on which its text stands; none where it has but elements in it
     * @param kids elements in it; those of the list come later
     */
    private record Element(String type, int parent, int page, int mark, List<Integer> kids) {}

    private static final int NONE = -1;

    Structure() {
        elements.add(new Element("Document", NONE, NONE, NONE, new ArrayList<>()));
    }

    /** An element that holds others. */
    int add(int parent, String type) {
        return put(parent, type, NONE, NONE);
    }

    /**
     * An element that holds text.
     *
     * @return the number of its mark on the page
     */
    int mark(int parent, String type, int page) {
        while (marks.size() <= page) {
            marks.add(new ArrayList<>());
        }
        List<Integer> ofPage = marks.get(page);
        ofPage.add(put(parent, type, page, ofPage.size()));
        return ofPage.size() - 1;
    }

    private int put(int parent, String type, int page, int mark) {
        int number = elements.size();
        elements.add(new Element(type, parent, page, mark, new ArrayList<>()));
        elements.get(parent).kids().add(number);
        return number;
    }

    /**
     * Writes the tree.
     *
     * @param pages the numbers of their objects
     * @return the number of its root
     */
    int write(PdfObjects file, List<Integer> pages) {
        int root = file.reserve();
        List<Integer> numbers = elements.stream().map(element -> file.reserve()).toList();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            int parent = element.parent() == NONE ? root : numbers.get(element.parent());
            String content = element.page() == NONE
                    ? "/K[" + references(element.kids(), numbers) + "]"
                    : "/Pg " + pages.get(element.page()) + " 0 R/K " + element.mark();
            file.set(
                    numbers.get(i),
                    "<</Type/StructElem/S/" + element.type() + "/P " + parent + " 0 R" + scope(element) + content
                            + ">>");
        }
        StringBuilder parents = new StringBuilder();
        for (int page = 0; page < marks.size(); page++) {
            parents.append(page)
                    .append('[')
                    .append(references(marks.get(page), numbers))
                    .append(']');
        }
        file.set(
                root,
                "<</Type/StructTreeRoot/K[" + numbers.getFirst() + " 0 R]/ParentTree<</Nums[" + parents
                        + "]>>/ParentTreeNextKey " + marks.size() + ">>");
        return root;
    }

    /** A head is that of its column (14.8.5.7). */
    private static String scope(Element element) {
        return element.type().equals("TH") ? "/A<</O/Table/Scope/Column>>" : "";
    }

    private static String references(List<Integer> elements, List<Integer> numbers) {
        return elements.stream().map(one -> numbers.get(one) + " 0 R").collect(Collectors.joining(" "));
    }
}
