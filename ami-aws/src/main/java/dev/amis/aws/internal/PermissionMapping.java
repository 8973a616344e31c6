package dev.amis.aws.internal;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Launch permissions and create volume permissions both ways. */
final class PermissionMapping {

    private PermissionMapping() {}

    /** A kind of grantee that this version does not know is refused: leaving it out would lose it on the way back. */
    static LaunchPermission read(software.amazon.awssdk.services.ec2.model.LaunchPermission permission) {
        Optional<LaunchPermission> account = Texts.of(permission.userId(), id -> LaunchPermission.of(AccountId.of(id)));
        Optional<LaunchPermission> organization =
                Texts.of(permission.organizationArn(), arn -> LaunchPermission.of(OrganizationArn.of(arn)));
        Optional<LaunchPermission> unit =
                Texts.of(permission.organizationalUnitArn(), arn -> LaunchPermission.of(OrganizationalUnitArn.of(arn)));
        Optional<LaunchPermission> group =
                Texts.text(permission.groupAsString()).filter("all"::equals).map(all -> LaunchPermission.EVERYONE);
        return account.or(() -> organization)
                .or(() -> unit)
                .or(() -> group)
                .orElseThrow(
                        () -> new IllegalStateException("launch permission " + permission + " is of no kind known"));
    }

    static List<software.amazon.awssdk.services.ec2.model.LaunchPermission> write(
            Collection<LaunchPermission> permissions) {
        return permissions.stream().map(PermissionMapping::write).toList();
    }

    static CreateVolumePermission read(software.amazon.awssdk.services.ec2.model.CreateVolumePermission permission) {
        Optional<CreateVolumePermission> account =
                Texts.of(permission.userId(), id -> CreateVolumePermission.of(AccountId.of(id)));
        return account.or(() -> Texts.text(permission.groupAsString())
                        .filter("all"::equals)
                        .map(all -> CreateVolumePermission.EVERYONE))
                .orElseThrow(() ->
                        new IllegalStateException("create volume permission " + permission + " is of no kind known"));
    }

    static List<software.amazon.awssdk.services.ec2.model.CreateVolumePermission> writeVolume(
            Collection<CreateVolumePermission> permissions) {
        return permissions.stream()
                .map(permission -> {
                    var written = software.amazon.awssdk.services.ec2.model.CreateVolumePermission.builder();
                    if (permission instanceof CreateVolumePermission.Account account) {
                        written.userId(account.account().value());
                    } else {
                        written.group("all");
                    }
                    return written.build();
                })
                .toList();
    }

    private static software.amazon.awssdk.services.ec2.model.LaunchPermission write(LaunchPermission permission) {
        var written = software.amazon.awssdk.services.ec2.model.LaunchPermission.builder();
        if (permission instanceof LaunchPermission.Account account) {
            written.userId(account.account().value());
        } else if (permission instanceof LaunchPermission.Organization organization) {
            written.organizationArn(organization.organization().value());
        } else if (permission instanceof LaunchPermission.OrganizationalUnit unit) {
            written.organizationalUnitArn(unit.unit().value());
        } else {
            written.group("all");
        }
        return written.build();
    }
}
