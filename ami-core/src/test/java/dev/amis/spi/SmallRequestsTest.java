package dev.amis.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OwnerAlias;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallRequestsTest {

    private static final ImageId IMAGE = ImageId.of("ami-0123456789abcdef0");
    private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
    private static final AccountId OTHER = AccountId.of("444455556666");

    private static void refused(ThrowingCallable attempt, String message) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessage(message);
    }

    private static Set<CreateVolumePermission> accounts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> CreateVolumePermission.of(AccountId.of(String.format("%012d", number))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void taggingNeedsResourcesAndTags() {
        Tags tags = Tags.of("Name", "web");
        refused(() -> new CreateTagsRequest(List.of(), tags), "resources has 0 entries, but must have from 1 to 1000");
        refused(
                () -> new CreateTagsRequest(Collections.nCopies(1_001, "ami-0a1b2c3d"), tags),
                "resources has 1001 entries, but must have from 1 to 1000");
        refused(() -> new CreateTagsRequest(List.of(" "), tags), "resources has ' ', but an id must not be blank");
        refused(
                () -> new CreateTagsRequest(List.of("ami-0a1b2c3d"), Tags.none()),
                "tags is empty, but there must be at least one tag to set");
        assertThat(new CreateTagsRequest(Collections.nCopies(1_000, "ami-0a1b2c3d"), tags).resources())
                .hasSize(1_000);
    }

    @Test
    void noKeysNeverMeansAllTags() {
        refused(
                () -> new DeleteTagsRequest(List.of("ami-0a1b2c3d"), Set.of()),
                "keys is empty, but there must be at least one tag to remove");
    }

    @Test
    void tagsOfAwsAreNotRemoved() {
        refused(
                () -> new DeleteTagsRequest(List.of("ami-0a1b2c3d"), Set.of("aws:x")),
                "keys has 'aws:x', but keys beginning with 'aws:' are reserved for AWS");
    }

    @Test
    void aThousandTagsAreRemovedAtMost() {
        Set<String> keys = IntStream.range(0, 1_001).mapToObj(i -> "key" + i).collect(Collectors.toSet());
        refused(
                () -> new DeleteTagsRequest(List.of("ami-0a1b2c3d"), keys),
                "keys has 1001 entries, but at most 1000 are allowed");
    }

    @Test
    void removingTagsNeedsResources() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeleteTagsRequest(List.of(), Set.of("Name")));
    }

    @Test
    void aChangeOfLaunchPermissionsChangesSomething() {
        refused(
                () -> new ModifyLaunchPermissionsRequest(IMAGE, Set.of(), Set.of()),
                "no launch permission is to be added or removed");
        Set<LaunchPermission> same = Set.of(LaunchPermission.of(OTHER));
        refused(
                () -> new ModifyLaunchPermissionsRequest(IMAGE, same, same),
                "launch permission '444455556666' is both to be added and removed");
        assertThat(new ModifyLaunchPermissionsRequest(IMAGE, same, Set.of(LaunchPermission.EVERYONE)).remove())
                .containsExactly(LaunchPermission.EVERYONE);
    }

    @Test
    void aChangeOfVolumePermissionsAddsOrRemoves() {
        refused(
                () -> new ModifyCreateVolumePermissionsRequest(SNAPSHOT, Set.of(), Set.of()),
                "no create volume permission is to be added or removed");
        refused(
                () -> new ModifyCreateVolumePermissionsRequest(SNAPSHOT, accounts(0, 1), accounts(1, 3)),
                "add has 1 and remove 2 entries, but one of them must be empty");
    }

    @Test
    void aChangeOfVolumePermissionsHasAtMost500Entries() {
        assertThat(new ModifyCreateVolumePermissionsRequest(SNAPSHOT, accounts(0, 500), Set.of()).add())
                .containsExactlyElementsOf(accounts(0, 500));
        refused(
                () -> new ModifyCreateVolumePermissionsRequest(SNAPSHOT, accounts(0, 501), Set.of()),
                "create volume permission changes are 501, but at most 500 are allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModifyCreateVolumePermissionsRequest(SNAPSHOT, Set.of(), accounts(0, 501)));
    }

    @Test
    void ownersAreEc2sWords() {
        assertThat(ImageOwner.of(OTHER)).hasToString("444455556666");
        assertThat(ImageOwner.of(OwnerAlias.AWS_BACKUP_VAULT)).isEqualTo(ImageOwner.AWS_BACKUP_VAULT);
        assertThat(ImageOwner.SELF).hasToString("self");
        refused(() -> new ImageOwner(" "), "ImageOwner is ' ', but must not be blank");
    }

    @Test
    void aPageIsACopy() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = Page.only(items);
        items.add("b");
        assertThat(page.items()).containsExactly("a");
        assertThat(page.nextToken()).isEmpty();
    }

    @Test
    void anEmptyTokenIsNoToken() {
        assertThat(new Page<>(List.of(), Optional.of("")).nextToken()).isEmpty();
        assertThat(new Page<>(List.of(), Optional.of("next")).nextToken()).contains("next");
    }

    @ParameterizedTest
    @CsvSource({
        "success, SUCCESS",
        "skipped, SKIPPED",
        "missing-permissions, MISSING_PERMISSIONS",
        "internal-error, INTERNAL_ERROR",
        "client-error, CLIENT_ERROR",
        "unknown, UNKNOWN",
        "new, UNKNOWN"
    })
    void whatBecameOfASnapshotIsRead(String text, SnapshotDeletionCode code) {
        assertThat(SnapshotDeletionCode.parse(text)).isEqualTo(code);
        assertThat(SnapshotDeletionCode.parse(code.toString())).isEqualTo(code);
    }

    @Test
    void aRuleOfTheRecycleBinKeepsWhatHasOneOfItsTags() {
        RecycleBinRule rule = rule(Map.of("Keep", "yes", "Team", "web"), Map.of());
        assertThat(rule.covers(Tags.of("Team", "web"))).isTrue();
        assertThat(rule.covers(Tags.of("Team", "db"))).isFalse();
        assertThat(rule.covers(Tags.none())).isFalse();
    }

    @Test
    void aRuleForTheRegionKeepsWhatItDoesNotExempt() {
        RecycleBinRule rule = rule(Map.of(), Map.of("Keep", "no"));
        assertThat(rule.covers(Tags.none())).isTrue();
        assertThat(rule.covers(Tags.of("Keep", "yes"))).isTrue();
        assertThat(rule.covers(Tags.of("Keep", "no"))).isFalse();
    }

    @Test
    void aRuleKeepsTheOrderOfItsTags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 20; i > 0; i--) {
            tags.put("key" + i, "");
        }
        assertThat(rule(tags, Map.of()).resourceTags().keySet()).containsExactlyElementsOf(tags.keySet());
        assertThat(rule(tags, Map.of()).resourceTags()).isUnmodifiable();
    }

    private static RecycleBinRule rule(Map<String, String> tags, Map<String, String> exempt) {
        return new RecycleBinRule("abcdefghijk", RecycleBinResourceType.EC2_IMAGE, tags, exempt, Duration.ofDays(7));
    }
}
