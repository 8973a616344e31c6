package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final OrganizationArn ORGANIZATION =
            OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-abcdefghij");
    private static final OrganizationalUnitArn UNIT =
            OrganizationalUnitArn.of("arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab12-abcdefgh");

    @Test
    void launchPermissionsPrintWhoTheyAreFor() {
        assertThat(LaunchPermission.EVERYONE).hasToString("everyone");
        assertThat(LaunchPermission.of(Samples.OTHER)).hasToString("444455556666");
        assertThat(LaunchPermission.of(ORGANIZATION)).hasToString(ORGANIZATION.value());
        assertThat(LaunchPermission.of(UNIT)).hasToString(UNIT.value());
    }

    @Test
    void launchPermissionsAreEqualByWhoTheyAreFor() {
        assertThat(LaunchPermission.of(Samples.OTHER)).isEqualTo(LaunchPermission.of(AccountId.of("444455556666")));
        assertThat(LaunchPermission.EVERYONE)
                .isEqualTo(new LaunchPermission.Everyone())
                .isNotEqualTo(CreateVolumePermission.EVERYONE);
    }

    @Test
    void createVolumePermissionsPrintWhoTheyAreFor() {
        assertThat(CreateVolumePermission.EVERYONE)
                .hasToString("everyone")
                .isEqualTo(new CreateVolumePermission.Everyone());
        assertThat(CreateVolumePermission.of(Samples.OTHER)).hasToString("444455556666");
    }
}
