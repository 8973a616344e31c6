package dev.amis.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImagePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.time.Sleeper;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A provider that answers {@code DescribeImages} as a test says, and nothing else; its time moves when it is slept through. */
public final class ScriptedAws implements AmiProvider {

    public static final AccountId ACCOUNT = AccountId.of("111122223333");

    /** Half-way between the least and the most that chance gives, so that pauses are as long as the policy says. */
    static final RandomGenerator EVEN = () -> Long.MIN_VALUE;

    private final Map<Region, Function<DescribeImagesRequest, Page<Image>>> scripts = new ConcurrentHashMap<>();
    private final List<DescribeImagesRequest> questions = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    ScriptedAws answering(Region region, Function<DescribeImagesRequest, Page<Image>> script) {
        scripts.put(region, script);
        return this;
    }

    /** The questions so far, of all Regions. */
    synchronized List<DescribeImagesRequest> questions() {
        return List.copyOf(questions);
    }

    static ImageId id(int number) {
        return ImageId.of(String.format(Locale.ROOT, "ami-%017x", number));
    }

    static Image image(ImageId id, Region region, ImageState state) {
        return Image.builder()
                .imageId(id)
                .region(region)
                .ownerId(ACCOUNT)
                .state(state)
                .architecture(Architecture.ARM64)
                .build();
    }

    /** Answers all images that are asked for, by id or by filter, in one state. */
    static Page<Image> all(DescribeImagesRequest question, Region region, ImageState state) {
        return Page.only(asked(question).map(id -> image(id, region, state)).toList());
    }

    static Stream<ImageId> asked(DescribeImagesRequest question) {
        return Stream.concat(
                question.imageIds().stream(),
                question.filters().stream()
                        .filter(filter -> filter.name().equals("image-id"))
                        .flatMap(filter -> filter.values().stream())
                        .map(ImageId::of));
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public AccountId account() {
        return ACCOUNT;
    }

    @Override
    public Region region() {
        return Region.EU_WEST_1;
    }

    @Override
    public RegionalProvider in(Region region) {
        ImagePort images = port(ImagePort.class, Map.of("describeImages", args -> {
            DescribeImagesRequest question = (DescribeImagesRequest) args[0];
            synchronized (this) {
                questions.add(question);
            }
            return scripts.get(region).apply(question);
        }));
        SnapshotPort noSnapshots = port(SnapshotPort.class, Map.of());
        return port(RegionalProvider.class, Map.of("images", args -> images, "snapshots", args -> noSnapshots));
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("names and dates are in UTC");
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public Sleeper sleeper() {
        return this::pass;
    }

    @Override
    public void close() {
        // Nothing is held that would have to be given back.
    }

    private static <T> T port(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        InvocationHandler handler = (proxy, called, args) -> {
            Function<Object[], Object> answer = answers.get(called.getName());
            if (answer == null) {
                throw new AssertionError("nothing is scripted for " + called);
            }
            return answer.apply(args);
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
