package dev.amis.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.testing.InMemoryAws;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class AmiExtensionDiagnosticsTest {

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

    @BeforeEach
    void forget() {
        PRINTED.reset();
    }

    @Test
    void failedTestShowsItsWorldAndItsCalls() {
        run("fails");

        assertThat(printed())
                .contains("fails(InMemoryAws) failed in the in-memory world at 2026-01-05T08:00:00Z", "1 instances")
                .contains("DescribeInstances");
    }

    @Test
    void passedTestShowsNothing() {
        run("passes");

        assertThat(printed()).isEmpty();
    }

    @Test
    void skippedTestShowsNothing() {
        run("isSkipped");

        assertThat(printed()).isEmpty();
    }

    @Disabled("run by the tests around it only, which switch this off")
    static final class Sample {

        @RegisterExtension
        static final AmiExtension EXTENSION =
                new AmiExtension(InMemoryAws::create, new PrintStream(PRINTED, true, StandardCharsets.UTF_8));

        @Test
        void fails(InMemoryAws aws) {
            use(aws);
            throw new AssertionError("on purpose");
        }

        @Test
        void passes(InMemoryAws aws) {
            use(aws);
        }

        @Test
        void isSkipped(InMemoryAws aws) {
            use(aws);
            Assumptions.abort("on purpose");
        }

        private static void use(InMemoryAws aws) {
            aws.runInstance();
            aws.in(aws.region())
                    .instances()
                    .describeInstances(DescribeInstancesRequest.builder().build());
        }
    }

    private static void run(String method) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectMethod(Sample.class, method, InMemoryAws.class))
                        .configurationParameter("junit.jupiter.conditions.deactivate", "*DisabledCondition")
                        .build());
    }

    private static String printed() {
        return PRINTED.toString(StandardCharsets.UTF_8);
    }
}
