package dev.amis.testing.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.amis.testing.InMemoryAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
 * <p><b>What is served.</b> The actions on images, their attributes and life, snapshots, tags, instances, launch template
 * versions, the Recycle Bin and its rules, {@code sts GetCallerIdentity}, {@code DescribeRegions} and {@code
 * DescribeAvailabilityZones}. Everything else is refused by name with HTTP 400 ({@code InvalidAction}, {@code
 * UnknownParameter}), never accepted and ignored.
 *
 * <p><b>Time.</b> The account's own clock counts, not the wall's. The account's tempo and dials (throttling, latency, faults,
 * lost answers) hold for calls over HTTP as well; a lost answer is a connection that ends without one.
 *
 * <p>Needs the module {@code software.amazon.awssdk.services.ec2} on the path, which is an optional dependency.
 */
public final class Ec2Endpoint implements AutoCloseable {

    static {
        // Without it the JDK's server waits some 40 ms for each answer to be acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads;

    private Ec2Endpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Serves an account on a free loopback port.
     *
     * @param aws the account; it can be used in process at the same time
     * @return the endpoint, ready
     * @throws UncheckedIOException if no port can be opened
     */
    public static Ec2Endpoint start(InMemoryAws aws) {
        return start(aws, 0);
    }

    /**
     * Serves an account on a loopback port of one's choice.
     *
     * @param aws the account; it can be used in process at the same time
     * @param port the port, 0 for a free one
     * @return the endpoint, ready
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static Ec2Endpoint start(InMemoryAws aws, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "ec2-endpoint");
                thread.setDaemon(true);
                return thread;
            });
            Dispatcher dispatcher = new Dispatcher(aws);
            server.createContext("/", exchange -> serve(dispatcher, exchange));
            server.setExecutor(threads);
            server.start();
            return new Ec2Endpoint(server, threads);
        } catch (IOException noPort) {
            throw new UncheckedIOException("port " + port + " cannot be opened on the loopback address", noPort);
        }
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

    /** Stops serving at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(Dispatcher dispatcher, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Dispatcher.Reply reply = dispatcher.reply(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    body,
                    name -> exchange.getRequestHeaders().getFirst(name));
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.getResponseHeaders().set("x-amzn-RequestId", reply.requestId());
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (LostReply lost) {
            // Closing the exchange without a word is what a lost answer looks like to the client.
            exchange.close();
        }
    }

    /** The account took its effect, and the answer is to be lost on the way. */
    static final class LostReply extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostReply(Throwable cause) {
            super(cause);
        }
    }
}
