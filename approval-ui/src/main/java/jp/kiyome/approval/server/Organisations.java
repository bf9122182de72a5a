package jp.kiyome.approval.server;

import java.nio.file.Path;
import java.util.Map;
import jp.kiyome.approval.directory.DirectorySettings;
import jp.kiyome.approval.openid.ProviderSettings;
import jp.kiyome.quarantine.item.Organisation;

/**
 * What organisations have of their own.
 *
 * @param directories of those that have one
 * @param providers of those that have one
 * @param policies files of those that have one, over the policy of all
 * @param offices how those decide that have said so
 */
public record Organisations(
        Map<Organisation, DirectorySettings> directories,
        Map<Organisation, ProviderSettings> providers,
        Map<Organisation, Path> policies,
        Map<Organisation, OfficeSettings> offices) {

    public Organisations {
        directories = Map.copyOf(directories);
        providers = Map.copyOf(providers);
        policies = Map.copyOf(policies);
        offices = Map.copyOf(offices);
    }

    /** Nothing. */
    static Organisations usual() {
        return new Organisations(Map.of(), Map.of(), Map.of(), Map.of());
    }
}
