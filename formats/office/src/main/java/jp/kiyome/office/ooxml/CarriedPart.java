package jp.kiyome.office.ooxml;

import java.util.Optional;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.Content;
import org.jspecify.annotations.Nullable;

/** A part on its way into the output. */
final class CarriedPart {

    private final PartKind kind;
    private final ZipMember member;
    private final @Nullable PartScope referrer;
    private final @Nullable Content rebuilt;
    private String outputName;
    private String contentType;

    private CarriedPart(
            PartKind kind,
            ZipMember member,
            @Nullable PartScope referrer,
            @Nullable Content rebuilt,
            String outputName,
            String contentType) {
        this.kind = kind;
        this.member = member;
        this.referrer = referrer;
        this.rebuilt = rebuilt;
        this.outputName = outputName;
        this.contentType = contentType;
    }

    /** A part that is filtered, or a picture that is rebuilt, when its turn comes. */
    static CarriedPart waiting(
            PartKind kind, ZipMember member, PartScope referrer, String outputName, String contentType) {
        return new CarriedPart(kind, member, referrer, null, outputName, contentType);
    }

    /** An embedded file that is rebuilt already. */
    static CarriedPart rebuilt(
            PartKind kind, ZipMember member, Content rebuilt, String outputName, String contentType) {
        return new CarriedPart(kind, member, null, rebuilt, outputName, contentType);
    }

    PartKind kind() {
        return kind;
    }

    ZipMember member() {
        return member;
    }

    /** The part that first led here. */
    Optional<PartScope> referrer() {
        return Optional.ofNullable(referrer);
    }

    Optional<Content> rebuilt() {
        return Optional.ofNullable(rebuilt);
    }

    String outputName() {
        return outputName;
    }

    String contentType() {
        return contentType;
    }

    /** A picture's name and type are known once it is rebuilt. */
    void becomes(String extension, String type) {
        outputName = outputName + "." + extension;
        contentType = type;
    }
}
