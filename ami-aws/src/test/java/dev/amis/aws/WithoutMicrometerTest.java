package dev.amis.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.Region;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Micrometer is optional: a program that does not have it lacks nothing else. */
class WithoutMicrometerTest {

    /** What such a program does. It is loaded anew, together with the provider. */
    static final class Program implements Callable<Integer> {

        private final URI endpoint;

        Program(URI endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public Integer call() {
            try (AwsProvider provider = AwsProvider.builder()
                    .region(Region.EU_WEST_1)
                    .credentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                    .endpoint(endpoint)
                    .build()) {
                return provider.in(Region.EU_WEST_1)
                        .images()
                        .describeImages(DescribeImagesRequest.builder()
                                .addOwner(ImageOwner.AMAZON)
                                .build())
                        .items()
                        .size();
            }
        }
    }

    /** Loads the classes of this module anew, for which there is no Micrometer. */
    private static final class NoMicrometer extends ClassLoader {

        NoMicrometer() {
            super(WithoutMicrometerTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (name.startsWith("io.micrometer.")) {
                    throw new ClassNotFoundException(name);
                }
                Class<?> known = findLoadedClass(name);
                if (known != null || !name.startsWith("dev.amis.aws.")) {
                    return known != null ? known : super.loadClass(name, resolve);
                }
                byte[] bytes = bytes(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        private byte[] bytes(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                return file.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private final ClassLoader loader = new NoMicrometer();

    @Test
    void callsAreMadeWithoutIt() throws Exception {
        try (Ec2Endpoint endpoint = Ec2Endpoint.start()) {
            var constructor = loader.loadClass(Program.class.getName()).getDeclaredConstructor(URI.class);
            constructor.setAccessible(true);
            Callable<?> program = (Callable<?>) constructor.newInstance(endpoint.uri());

            assertThat(program.call()).isNotEqualTo(0);
            assertThat(program.getClass()).isNotEqualTo(Program.class);
        }
    }

    @Test
    void itIsMissedOnlyWhereItIsUsed() throws Exception {
        Class<?> metrics = loader.loadClass("dev.amis.aws.internal.MicrometerMetrics");

        assertThatThrownBy(metrics::getConstructors).isInstanceOf(NoClassDefFoundError.class);
    }
}
