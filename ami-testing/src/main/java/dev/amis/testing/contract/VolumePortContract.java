package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Instance;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeId;
import dev.amis.spi.DescribeVolumesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.Page;
import dev.amis.spi.Volume;
import dev.amis.spi.VolumePort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link VolumePort} must do, if it has one. */
public abstract class VolumePortContract extends Rules {

    /** Makes a contract. */
    protected VolumePortContract() {}

    @Test
    void volumeOfAnInstanceSaysWhatItWasMadeFrom() {
        VolumeId root = root();

        Volume volume = only(root);

        assertThat(volume.stateText()).isEqualTo("in-use");
        assertThat(volume.snapshotId()).isPresent();
    }

    @Test
    void volumesAreFoundByTheirSnapshot() {
        VolumeId root = root();
        SnapshotId snapshot = only(root).snapshotId().orElseThrow();

        assertThat(all(Filter.of("snapshot-id", snapshot.value())))
                .map(Volume::volumeId)
                .contains(root);
        assertThat(all(Filter.of("snapshot-id", "snap-0123456789abcdef0"))).isEmpty();
    }

    @Test
    void pagesHoldNoMoreThanAskedFor() {
        root();
        DescribeVolumesRequest request = new DescribeVolumesRequest(List.of(), OptionalInt.of(5), Optional.empty());

        Page<Volume> page = port().describeVolumes(request);

        assertThat(page.items()).hasSizeBetween(0, 5);
    }

    private VolumeId root() {
        Instance instance = owner.instance(world.runInstance());
        return instance.volumes().get(0).volumeId();
    }

    private Volume only(VolumeId id) {
        List<Volume> found = all(Filter.of("volume-id", id.value()));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Volume> all(Filter filter) {
        return Pages.items(token ->
                port().describeVolumes(new DescribeVolumesRequest(List.of(filter), OptionalInt.of(100), token)));
    }

    private VolumePort port() {
        Optional<VolumePort> port = owner.ports().volumes();
        Assumptions.assumeTrue(port.isPresent(), "the provider has no port for volumes");
        return port.orElseThrow();
    }
}
