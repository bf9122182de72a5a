package jp.kiyome.mail.settings;

import java.nio.file.Path;
import java.util.Optional;
import jp.kiyome.mail.address.AddressSet;

/**
 * A part of an organisation whose mail goes a way of its own.
 *
 * @param settings the organisation's, with what the group says otherwise
 * @param members whose mail it is
 * @param memberFile that lists more of them
 */
public record GroupSettings(OrganisationSettings settings, AddressSet members, Optional<Path> memberFile) {}
