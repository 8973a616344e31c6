package dev.amis.aws;

import java.io.IOException;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** The HTTP client of a machine on which every request fails in the same way. */
final class FailingHttpClient implements SdkHttpClient {

    private final Supplier<IOException> failure;

    private FailingHttpClient(Supplier<IOException> failure) {
        this.failure = failure;
    }

    static FailingHttpClient of(IOException failure) {
        return new FailingHttpClient(() -> failure);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                throw failure.get();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public String clientName() {
        return "failing";
    }

    @Override
    public void close() {}
}
