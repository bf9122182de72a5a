package jp.kiyome.container.zip;

import java.util.List;

/**
 * What an archive's central directory lists, at a glance: nothing of it is checked against the members.
 *
 * @param names in the order of the directory, {@code /} between their steps
 */
public record ZipListing(List<String> names) {

    public ZipListing {
        names = List.copyOf(names);
    }
}
