package dev.amis.examples;

import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryAwsBuilder;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves an account in memory to other processes until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Serves an account in memory to the AWS CLI, SDKs and other tools, in EC2's own protocol, until it is stopped"
                    + " (Ctrl-C, or a signal to terminate).",
            "The account is empty unless something else is asked for. What is made in it is ready at once; its clock goes"
                    + " with that of this machine."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "the port on the loopback address; by default a free one")
    private int port;

    @ArgGroup
    private @Nullable Content content;

    @Option(
            names = "--throttle",
            paramLabel = "SPEED",
            description =
                    "refuse what comes too fast as EC2 does, by its buckets of requests; they have EC2's sizes and"
                            + " fill up SPEED times as fast as EC2's, so that 1 is EC2. By default nothing is refused")
    private Optional<Double> throttle = Optional.empty();

    /** What is in the account. */
    static final class Content {

        @Option(
                names = "--account",
                paramLabel = "DIRECTORY",
                required = true,
                description = "serve the account whose copy is there, as plan takes it")
        private Optional<Path> directory = Optional.empty();

        @Option(
                names = "--estate",
                required = true,
                description = "serve the account of a company with some 300 images")
        private boolean estate;

        InMemoryAws fill(InMemoryAwsBuilder account) {
            return estate ? account.estate() : account.load(directory.orElseThrow());
        }
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(command.commandLine(), "--port is " + port + ", but must be from 0 to 65535");
        }
        throttle.filter(speed -> !(speed > 0)).ifPresent(speed -> {
            throw new ParameterException(command.commandLine(), "--throttle is " + speed + ", but must be positive");
        });
        InMemoryAws aws = account();
        Orderly.run(() -> serve(aws));
        return 0;
    }

    private void serve(InMemoryAws aws) {
        try (Ec2Endpoint endpoint = Ec2Endpoint.builder(aws)
                .port(port)
                .following(Clock.systemUTC(), 1)
                .start()) {
            tell(System.out, endpoint);
            Orderly.awaitInterrupt();
        }
    }

    private InMemoryAws account() {
        InMemoryAwsBuilder account =
                InMemoryAws.builder().instant().startingAt(Clock.systemUTC().instant());
        InMemoryAws aws = content == null ? account.build() : content.fill(account);
        throttle.ifPresent(speed -> aws.faults().throttling(speed));
        return aws;
    }

    private static void tell(PrintStream out, Ec2Endpoint endpoint) {
        InMemoryAws aws = endpoint.account();
        String jar = "java -jar examples/target/amis-examples.jar ";
        out.println("Account " + aws.account() + " in " + aws.region() + ", in memory, at " + endpoint.uri());
        out.println();
        // The AWS CLI 1 and boto3 read the Region from the one, the AWS CLI 2 and the other SDKs from the other.
        out.println("export AWS_ENDPOINT_URL=" + endpoint.uri() + " AWS_DEFAULT_REGION=" + aws.region() + " AWS_REGION="
                + aws.region() + " AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test");
        out.println("aws ec2 describe-images --owners self");
        out.println(jar + "plan --endpoint " + endpoint.uri() + " --keep 5");
        running(aws)
                .ifPresent(instance -> out.println(
                        jar + "create --endpoint " + endpoint.uri() + " --instance " + instance.instanceId()));
        out.println();
        out.println("Ctrl-C stops it.");
        out.flush();
    }

    private static Optional<Instance> running(InMemoryAws aws) {
        return aws
                .in(aws.region())
                .instances()
                .describeInstances(DescribeInstancesRequest.builder().build())
                .items()
                .stream()
                .filter(instance -> instance.state() == InstanceState.RUNNING)
                .findFirst();
    }
}
