package dev.amis.benchmarks;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A made-up account: images of many applications in no order, and instances of some of them. */
final class Estate {

    static final AccountId ACCOUNT = AccountId.of("123456789012");
    static final Region REGION = Region.EU_WEST_1;
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Random random = new Random(42);
    private final int families;

    Estate(int families) {
        this.families = families;
    }

    /** Images of which each family has the same number, one made every seven hours, a third of them launched since. */
    List<Image> images(int count) {
        List<Integer> numbers = IntStream.range(0, count).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, random);
        return numbers.stream().map(this::image).toList();
    }

    private Image image(int number) {
        Instant created = NOW.minus(Duration.ofHours(7L * (number / families))).minusMillis(random.nextInt(3_600_000));
        String app = "App" + number % families;
        Image.Builder image = Image.builder();
        image.imageId(imageId(number))
                .region(REGION)
                .name(name(app, number / families, created))
                .ownerId(ACCOUNT)
                .creationDate(created)
                .architecture(Architecture.ARM64)
                .tags(Tags.read(Map.of("Application", app, "Environment", "production")))
                .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", volume(number)));
        if (number % 3 == 0) {
            image.lastLaunchedTime(created.plus(Duration.ofDays(random.nextInt(30))));
        }
        return image.state(ImageState.AVAILABLE).build();
    }

    private static String name(String app, int age, Instant created) {
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(created, ZoneOffset.UTC));
        int version = 9_999 - age;
        return app + "-v" + version / 100 + "." + version % 100 + ".0-" + date;
    }

    private static EbsBlockDevice volume(int number) {
        return EbsBlockDevice.builder()
                .snapshotId(SnapshotId.of(String.format(Locale.ROOT, "snap-%017x", number)))
                .volumeSize(20)
                .build();
    }

    /** Instances, each of an image of its own, out of the first of so many. */
    List<Instance> instances(int count, int images) {
        List<Instance> instances = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            instances.add(Instance.builder()
                    .instanceId(InstanceId.of(String.format(Locale.ROOT, "i-%017x", i)))
                    .region(REGION)
                    .ownerId(ACCOUNT)
                    .imageId(imageId((int) ((long) i * images / count)))
                    .stateText("running")
                    .instanceType(InstanceType.of("m7g.large"))
                    .build());
        }
        return instances;
    }

    private static ImageId imageId(int number) {
        return ImageId.of(String.format(Locale.ROOT, "ami-%017x", number));
    }
}
