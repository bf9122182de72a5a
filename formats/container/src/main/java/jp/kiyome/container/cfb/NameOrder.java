package jp.kiyome.container.cfb;

import java.util.Comparator;

/** How entries of a storage are sorted ([MS-CFB] 2.6.4): shorter names first, then by upper-case UTF-16 units. */
enum NameOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String one, String other) {
        int difference = Integer.compare(one.length(), other.length());
        for (int i = 0; difference == 0 && i < one.length(); i++) {
            difference =
                    Character.compare(Character.toUpperCase(one.charAt(i)), Character.toUpperCase(other.charAt(i)));
        }
        return difference;
    }
}
