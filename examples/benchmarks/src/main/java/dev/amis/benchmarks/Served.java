package dev.amis.benchmarks;

import dev.amis.aws.AwsProvider;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.SnapshotId;
import dev.amis.testing.Images;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;

/** An in-memory account behind an endpoint, and the ways to it that are compared. */
final class Served {

    static final int IMAGES = 100;

    private Served() {}

    /** An account of which every list of images is one page of a hundred. */
    static InMemoryAws account() {
        InMemoryAws aws = InMemoryAws.builder().instant().build();
        seed(aws, IMAGES);
        return aws;
    }

    /** Adds images of one family on two snapshots each. */
    static void seed(InMemoryAws aws, int images) {
        for (Image image : Images.editions("WebApp-v1.%d.0", images, aws.clock().instant(), Duration.ofHours(7))) {
            Image onTwo = image.withBlockDeviceMappings(List.of(
                    image.blockDeviceMappings().get(0), BlockDeviceMapping.ebs("/dev/sdf", data(image))));
            Images.snapshotsOf(onTwo).forEach(snapshot -> aws.seed().snapshot(snapshot));
            aws.seed().image(onTwo);
        }
    }

    private static EbsBlockDevice data(Image image) {
        String digits = image.imageId().value().substring("ami-0".length());
        return EbsBlockDevice.builder()
                .snapshotId(SnapshotId.of("snap-1" + digits))
                .volumeSize(100)
                .build();
    }

    /** The SDK's client as everybody makes it, on the HTTP client that Amis uses. */
    static Ec2ClientBuilder bare(URI endpoint) {
        return Ec2Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials());
    }

    /** The same account through Amis. */
    static AwsProvider.Builder wrapped(URI endpoint) {
        return AwsProvider.builder()
                .endpoint(endpoint)
                .region(dev.amis.model.Region.US_EAST_1)
                .credentials(credentials());
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA111122223333", "secret"));
    }

    /** Serves an account from a process of its own until its standard input ends, warm itself, for clients that must be cold. */
    public static void main(String[] arguments) throws IOException {
        try (Ec2Endpoint endpoint = Ec2Endpoint.start(account());
                Ec2Client client = bare(endpoint.uri()).build()) {
            for (int i = 0; i < 50; i++) {
                client.describeImages(request -> request.owners("self"));
            }
            System.out.println(endpoint.uri());
            System.in.read();
        }
    }

    /** The command that serves. */
    static List<String> command() {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Served.class.getName());
    }
}
