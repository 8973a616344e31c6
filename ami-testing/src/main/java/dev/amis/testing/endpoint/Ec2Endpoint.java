package dev.amis.testing.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.amis.testing.InMemoryAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An in-memory account behind a loopback port, in EC2's query protocol: any AWS SDK, the AWS CLI or another tool in another
 * process can talk to it. One line starts it, {@link #close()} stops it; it opens a free port, keeps no static state and
 * serves many clients at once.
 *
 * <p><b>Who and where.</b> Account and Region are read from the request's credential scope. The account is the last twelve
 * characters of the access key if they are digits, such as {@code AKIA111122223333}, otherwise the account that was handed
 * over. Signatures are not checked; any secret will do.
 *
 * <p><b>What is served.</b> The actions on images, their attributes and life, snapshots, tags, launch templates and their
 * versions, volumes (reading), the Recycle Bin and its rules; running, starting, stopping, terminating and describing
 * instances, their status and console, and their types; who uses images; Auto Scaling groups, launch configurations and
 * fleets (reading), the parameters of Systems Manager, the recipes of Image Builder (reading) and {@code kms DescribeKey}, each
 * in its own protocol; {@code sts GetCallerIdentity}, {@code DescribeRegions} and {@code DescribeAvailabilityZones}.
 * Everything else is refused by name with HTTP 400 ({@code InvalidAction}, {@code UnknownParameter}), also parameters that
 * EC2 has and the account does not imitate, never accepted and ignored. An empty parameter counts as absent.
 *
 * <p><b>Time.</b> The account's own clock counts, not the wall's. {@link #start()} serves an account in which everything is
 * ready at once, so that clients in other processes never wait. An account that is handed over keeps its tempo: a lifelike
 * one has pending images until its clock is moved, in process by {@link InMemoryAws#time()}, or by {@link
 * Builder#following} as real time passes.
 *
 * <p><b>Troubles.</b> The account's dials (throttling, latency, faults, lost answers) hold for calls over HTTP as well. A
 * lost answer, or a simulated crash, is a connection that ends without one.
 *
 * <p>Needs the module {@code software.amazon.awssdk.services.ec2} on the path, which is an optional dependency; parameters,
 * recipes and keys need those of {@code ssm}, {@code imagebuilder} and {@code kms} as well.
 */
public final class Ec2Endpoint implements AutoCloseable {

    static {
        // Without it the JDK's server waits some 40 ms for each answer to be acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int THREADS = 32;

    private final InMemoryAws aws;
    private final HttpServer server;
    private final ExecutorService threads;

    private Ec2Endpoint(InMemoryAws aws, HttpServer server, ExecutorService threads) {
        this.aws = aws;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Serves a new account on a free loopback port, in the instant tempo: what is asked for is ready when the call
     * returns. {@link #account()} is the way to it.
     *
     * @return the endpoint, ready
     * @throws UncheckedIOException if no port can be opened
     */
    public static Ec2Endpoint start() {
        return start(InMemoryAws.builder().instant().build());
    }

    /**
     * Serves an account on a free loopback port, in the tempo that it has.
     *
     * @param aws the account; it can be used in process at the same time
     * @return the endpoint, ready
     * @throws UncheckedIOException if no port can be opened
     */
    public static Ec2Endpoint start(InMemoryAws aws) {
        return builder(aws).start();
    }

    /**
     * Serves an account on a loopback port of one's choice, in the tempo that it has.
     *
     * @param aws the account; it can be used in process at the same time
     * @param port the port, 0 for a free one
     * @return the endpoint, ready
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static Ec2Endpoint start(InMemoryAws aws, int port) {
        return builder(aws).port(port).start();
    }

    /**
     * Serves an account with settings of one's own.
     *
     * @param aws the account; it can be used in process at the same time
     * @return a builder with the settings of {@link #start(InMemoryAws)}
     */
    public static Builder builder(InMemoryAws aws) {
        return new Builder(aws);
    }

    /**
     * Where the account is served.
     *
     * @return for example {@code http://127.0.0.1:40123}
     */
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /**
     * The account that is served.
     *
     * @return the account, to arrange things in it and to look at what clients did
     */
    public InMemoryAws account() {
        return aws;
    }

    /** Stops serving at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The account and where it is served. */
    @Override
    public String toString() {
        return aws + " at " + uri();
    }

    private static void serve(Dispatcher dispatcher, HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = dispatcher.reply(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    header(exchange, "Authorization"),
                    header(exchange, "Content-Type"),
                    header(exchange, "X-Amz-Target"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.getResponseHeaders().set("x-amzn-RequestId", reply.requestId());
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (LostReply lost) {
            // Closing the exchange without a word is what a lost answer looks like to the client.
            exchange.close();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** The account took its effect, and the answer is to be lost on the way. */
    static final class LostReply extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostReply(Throwable cause) {
            super(cause);
        }
    }

    /** Settings of {@link Ec2Endpoint}. */
    public static final class Builder {

        private final InMemoryAws aws;
        private int port;
        private Runnable pace = () -> {};

        private Builder(InMemoryAws aws) {
            this.aws = aws;
        }

        /**
         * Sets the port.
         *
         * @param port the port, 0 for a free one
         * @return this builder
         */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Lets the account's clock go on as another does, so that what is pending becomes ready for clients that live by
         * that other: before each request it is moved by as much as has passed since the last one.
         *
         * @param clock the clock to follow, usually {@code Clock.systemUTC()}
         * @param speed how many times faster than it, 1 or more: at 60 an image of 4 minutes takes 4 seconds
         * @return this builder
         * @throws IllegalArgumentException if the speed is less than 1
         */
        public Builder following(Clock clock, int speed) {
            if (speed < 1) {
                throw new IllegalArgumentException("speed is " + speed + ", but must be at least 1");
            }
            this.pace = new Pace(aws.time(), clock, speed);
            return this;
        }

        /**
         * Opens the port and serves.
         *
         * @return the endpoint, ready
         * @throws UncheckedIOException if the port cannot be opened
         */
        public Ec2Endpoint start() {
            Dispatcher dispatcher = new Dispatcher(aws, pace);
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
                    Thread thread = new Thread(task, "ec2-endpoint");
                    thread.setDaemon(true);
                    return thread;
                });
                server.createContext("/", exchange -> serve(dispatcher, exchange));
                server.setExecutor(threads);
                server.start();
                return new Ec2Endpoint(aws, server, threads);
            } catch (IOException noPort) {
                throw new UncheckedIOException("port " + port + " cannot be opened on the loopback address", noPort);
            }
        }
    }
}
