package dev.amis.cleanup;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Tags;
import dev.amis.naming.NamingScheme;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Accounts with images of every kind, and policies of every kind. */
final class Estates {

    private Estates() {}

    /** What is in one Region; the images are numbered in their order. */
    record Estate(List<Image> images, List<Integer> usedNumbers) {

        StubAccount account() {
            return account(images);
        }

        /** The same account with the images in another order. */
        StubAccount account(List<Image> order) {
            StubAccount account = StubAccount.create();
            account.here().images.addAll(order);
            for (int used : usedNumbers) {
                account.here().instances.add(Samples.instance(used, Samples.imageId(used), "stopped"));
            }
            return account;
        }
    }

    static Arbitrary<Estate> estates() {
        return image().list().ofMaxSize(25).flatMap(images -> {
            List<Image> numbered = IntStream.range(0, images.size())
                    .mapToObj(i -> images.get(i).withImageId(Samples.imageId(i + 1)))
                    .toList();
            return Arbitraries.integers()
                    .between(1, Math.max(1, images.size()))
                    .set()
                    .ofMaxSize(4)
                    .map(used -> new Estate(numbered, new ArrayList<>(used)));
        });
    }

    private static Arbitrary<Image> image() {
        Arbitrary<String> names = Combinators.combine(
                        Arbitraries.of("web", "api", "batch"),
                        Arbitraries.integers().between(0, 3))
                .as((app, minor) -> app + "-v1." + minor + ".0");
        Arbitrary<ImageState> states = Arbitraries.frequency(
                Tuple.of(8, ImageState.AVAILABLE),
                Tuple.of(1, ImageState.DISABLED),
                Tuple.of(1, ImageState.FAILED),
                Tuple.of(1, ImageState.PENDING),
                Tuple.of(1, ImageState.UNKNOWN));
        Arbitrary<DeregistrationProtection> protections = Arbitraries.frequency(
                Tuple.of(6, DeregistrationProtection.DISABLED),
                Tuple.of(1, DeregistrationProtection.ENABLED_WITH_COOLDOWN),
                Tuple.of(1, DeregistrationProtection.coolingDownUntil(StubAccount.NOW.plusSeconds(1))),
                Tuple.of(1, DeregistrationProtection.coolingDownUntil(StubAccount.NOW.minusSeconds(1))),
                Tuple.of(1, DeregistrationProtection.parse("enabled-for-ever")));
        return Combinators.combine(
                        names.injectNull(0.05),
                        Arbitraries.integers().between(0, 12).injectNull(0.05),
                        states,
                        protections,
                        Arbitraries.of(Tags.none(), Tags.none(), Tags.of("Keep", "")),
                        Arbitraries.integers().between(0, 40).injectNull(0.6),
                        Arbitraries.integers().between(0, 9).map(number -> number == 0))
                .as(Estates::image);
    }

    private static Image image(
            String name,
            Integer days,
            ImageState state,
            DeregistrationProtection protection,
            Tags tags,
            Integer launchedDays,
            boolean isPublic) {
        return Samples.image(1, "nameless")
                .withName(Optional.ofNullable(name))
                .withCreationDate(Optional.ofNullable(days).map(age -> StubAccount.NOW.minus(Duration.ofDays(age))))
                .withStateText(state.text())
                .withDeregistrationProtection(protection)
                .withTags(tags)
                .withLastLaunchedTime(
                        Optional.ofNullable(launchedDays).map(age -> StubAccount.NOW.minus(Duration.ofDays(age))))
                .withIsPublic(isPublic);
    }

    /** Rules that are not put together of others. */
    static Arbitrary<KeepRule> singleRules() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 6).map(KeepRule.Latest::new),
                Arbitraries.integers().between(1, 12).map(days -> new KeepRule.NewerThan(Duration.ofDays(days))),
                Arbitraries.integers().between(1, 40).map(days -> new KeepRule.LaunchedWithin(Duration.ofDays(days))),
                Arbitraries.integers().between(1, 25).map(number -> KeepRule.images(List.of(Samples.imageId(number)))),
                Arbitraries.of(KeepRule.tagged("Keep"), KeepRule.until("Keep"), KeepRule.previous()));
    }

    static Arbitrary<RetentionPolicy> policies() {
        Arbitrary<KeepRule> single = singleRules();
        Arbitrary<KeepRule> rules = Arbitraries.frequencyOf(
                Tuple.of(3, single),
                Tuple.of(1, Combinators.combine(single, single).as(KeepRule::and)),
                Tuple.of(
                        1,
                        Combinators.combine(single, single, single)
                                .as((a, b, c) -> a.or(b).and(c))));
        Arbitrary<Retirement> retirements = Arbitraries.of(
                new Retirement.Deregister(true),
                new Retirement.Deregister(false),
                new Retirement.Disable(),
                new Retirement.Deprecate(Optional.empty()));
        return Combinators.combine(
                        Arbitraries.<FamilyRule>of(
                                new FamilyRule.ByName("*"),
                                new FamilyRule.ByName("web-*"),
                                new FamilyRule.ByScheme(NamingScheme.parse("{app}-v{version}"))),
                        rules.list().ofMinSize(1).ofMaxSize(3),
                        retirements,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((families, keep, retirement, withPublic, withDisabled, withFailed) -> RetentionPolicy.builder()
                        .families(families)
                        .addAllKeepRules(keep)
                        .retirement(retirement)
                        .includingPublic(withPublic)
                        .includingDisabled(withDisabled)
                        .includingFailed(withFailed)
                        .build());
    }
}
