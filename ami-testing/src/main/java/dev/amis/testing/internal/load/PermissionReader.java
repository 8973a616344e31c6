package dev.amis.testing.internal.load;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Permissions as {@code describe-image-attribute} and {@code describe-snapshot-attribute} print them. */
final class PermissionReader {

    private static final String EVERYONE = "all";

    private PermissionReader() {}

    static List<LaunchPermission> ofImage(JsonValue answer) {
        return answer.list("LaunchPermissions").stream()
                .flatMap(PermissionReader::launch)
                .toList();
    }

    static List<CreateVolumePermission> ofSnapshot(JsonValue answer) {
        return answer.list("CreateVolumePermissions").stream()
                .flatMap(PermissionReader::createVolume)
                .toList();
    }

    /** One permission; a kind that this version does not know is passed over. */
    private static Stream<LaunchPermission> launch(JsonValue one) {
        return Stream.of(
                        one.read("UserId", AccountId::of).map(LaunchPermission::of),
                        one.text("Group").filter(EVERYONE::equals).map(all -> LaunchPermission.EVERYONE),
                        one.read("OrganizationArn", OrganizationArn::of).map(LaunchPermission::of),
                        one.read("OrganizationalUnitArn", OrganizationalUnitArn::of)
                                .map(LaunchPermission::of))
                .flatMap(Optional::stream);
    }

    private static Stream<CreateVolumePermission> createVolume(JsonValue one) {
        return Stream.of(
                        one.read("UserId", AccountId::of).map(CreateVolumePermission::of),
                        one.text("Group").filter(EVERYONE::equals).map(all -> CreateVolumePermission.EVERYONE))
                .flatMap(Optional::stream);
    }
}
