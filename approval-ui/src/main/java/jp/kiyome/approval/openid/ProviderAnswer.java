package jp.kiyome.approval.openid;

import jp.kiyome.approval.person.Person;

/** What came of somebody's way to a provider and back. */
public sealed interface ProviderAnswer {

    /**
     * It vouches for them, and they have a role here.
     *
     * @param subject issuer and subject, by which they are known again
     * @param to the page that they came for
     */
    record Right(Person person, String subject, String to) implements ProviderAnswer {}

    /**
     * It does not, or somebody has meddled.
     *
     * @param why for the trail
     */
    record Refused(String why) implements ProviderAnswer {}
}
