package dev.amis.examples;

import dev.amis.spi.AmiProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that take a command from memory to AWS, or to an endpoint. */
final class WhereOptions {

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "work on what answers there, for example on what serve prints")
    private Optional<String> endpoint = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", description = "work on AWS, with a profile of the AWS CLI")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "work on AWS, in this Region")
    private Optional<String> region = Optional.empty();

    /** Whether anything but an account in memory is meant. */
    boolean isAws() {
        return Stream.of(endpoint, profile, region).anyMatch(Optional::isPresent);
    }

    /** The account that is meant; makes no call. */
    AmiProvider open() {
        return AwsAccess.open(endpoint.map(WhereOptions::uri), profile, region);
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(refusal(text), malformed);
        }
        throw new IllegalArgumentException(refusal(text));
    }

    private static String refusal(String text) {
        return "--endpoint is '" + text + "', but must be a URL such as http://127.0.0.1:4566";
    }
}
