package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceContext.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the documents allow passes, whatever the operation; one step beyond is refused, and the right field is named. */
class BlockDeviceRulesPropertyTest {

    /** The documented ranges, written down a second time on purpose. */
    private record Documented(String type, int leastSize, int mostSize, int leastIops, int mostIops, int perGib) {

        int iopsFor(int size) {
            int ratio = (int) Math.min((long) perGib * size, mostIops);
            return type.equals("gp3") ? Math.max(ratio, 3_000) : ratio;
        }
    }

    private static final List<Documented> TYPES = List.of(
            new Documented("gp3", 1, 65_536, 3_000, 80_000, 500),
            new Documented("gp2", 1, 16_384, 0, 0, 0),
            new Documented("io1", 4, 16_384, 100, 64_000, 50),
            new Documented("io2", 4, 65_536, 100, 256_000, 1_000),
            new Documented("st1", 125, 16_384, 0, 0, 0),
            new Documented("sc1", 125, 16_384, 0, 0, 0),
            new Documented("standard", 1, 1_024, 0, 0, 0));

    private record Sample(Documented type, int size, int iops) {

        EbsBlockDevice volume() {
            EbsBlockDevice plain = EbsBlockDevice.builder()
                    .volumeType(VolumeType.of(type.type()))
                    .volumeSize(size)
                    .build();
            return type.mostIops() == 0 ? plain : plain.withIops(iops);
        }
    }

    private static Set<String> fields(Operation operation, EbsBlockDevice volume) {
        return BlockDeviceRules.violations(
                        BlockDeviceContext.of(operation), List.of(BlockDeviceMapping.ebs("/dev/sdf", volume)))
                .stream()
                .map(BlockDeviceRules.Violation::field)
                .collect(Collectors.toSet());
    }

    @Property(tries = 200)
    void whatIsDocumentedPasses(@ForAll Operation operation, @ForAll("samples") Sample sample) {
        assertThat(fields(operation, sample.volume())).isEmpty();
    }

    @Property(tries = 100)
    void aSizeOutsideIsRefusedByName(
            @ForAll Operation operation, @ForAll("samples") Sample sample, @ForAll("beyond") int beyond) {
        EbsBlockDevice larger = sample.volume().withVolumeSize(sample.type().mostSize() + beyond);
        EbsBlockDevice smaller = sample.volume().withVolumeSize(sample.type().leastSize() - beyond);
        assertThat(fields(operation, larger)).containsExactly("volumeSize");
        assertThat(fields(operation, smaller)).containsExactly("volumeSize");
    }

    @Property(tries = 100)
    void aRateOutsideIsRefusedByName(
            @ForAll Operation operation, @ForAll("samples") Sample sample, @ForAll("beyond") int beyond) {
        int most = sample.type().iopsFor(sample.size());
        assertThat(fields(operation, sample.volume().withIops(most + beyond))).containsExactly("iops");
    }

    @Property(tries = 100)
    void throughputIsForGp3WithinItsRateOnly(@ForAll Operation operation, @ForAll("samples") Sample sample) {
        int most = Math.min(2_000, sample.iops() / 4);
        EbsBlockDevice within = sample.volume().withThroughput(Math.max(125, most));
        boolean gp3 = sample.type().type().equals("gp3");
        assertThat(fields(operation, within)).isEqualTo(gp3 ? Set.of() : Set.of("throughput"));
        assertThat(fields(operation, sample.volume().withThroughput(most + 1))).containsExactly("throughput");
    }

    @Property(tries = 50)
    void everythingPositivePassesForATypeThatIsNew(
            @ForAll Operation operation, @ForAll("beyond") int size, @ForAll("beyond") int iops) {
        EbsBlockDevice volume = EbsBlockDevice.builder()
                .volumeType(VolumeType.of("gp9"))
                .volumeSize(size)
                .iops(iops)
                .throughput(iops)
                .build();
        assertThat(fields(operation, volume)).isEmpty();
        assertThat(fields(operation, volume.withIops(-iops))).containsExactly("iops");
    }

    @Property(tries = 50)
    void whateverEc2AnswersCanBeHeld(@ForAll int size, @ForAll int iops, @ForAll int throughput) {
        EbsBlockDevice volume = EbsBlockDevice.builder()
                .volumeSize(size)
                .iops(iops)
                .throughput(throughput)
                .build();
        assertThat(BlockDeviceMapping.ebs("anything", volume).ebsVolume()).contains(volume);
    }

    @Provide
    Arbitrary<Integer> beyond() {
        return Arbitraries.integers().between(1, 1_000_000);
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(TYPES)
                .flatMap(type -> Arbitraries.integers()
                        .between(type.leastSize(), type.mostSize())
                        .flatMap(size -> Combinators.combine(Arbitraries.just(size), rates(type, size))
                                .as((gib, iops) -> new Sample(type, gib, iops))));
    }

    private static Arbitrary<Integer> rates(Documented type, int size) {
        return Arbitraries.integers().between(type.leastIops(), type.iopsFor(size));
    }
}
