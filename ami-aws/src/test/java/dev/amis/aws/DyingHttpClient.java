package dev.amis.aws;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The HTTP client of a process that dies at its n-th request: before it is sent, or when its answer has come. */
final class DyingHttpClient implements SdkHttpClient {

    /** The process is dead. An error, so that nothing that handles exceptions goes on. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        private Death(String message) {
            super(message);
        }
    }

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final AtomicInteger left;
    private final boolean afterwards;

    private DyingHttpClient(int nth, boolean afterwards) {
        this.left = new AtomicInteger(nth);
        this.afterwards = afterwards;
    }

    static DyingHttpClient before(int nth) {
        return new DyingHttpClient(nth, false);
    }

    static DyingHttpClient after(int nth) {
        return new DyingHttpClient(nth, true);
    }

    static DyingHttpClient immortal() {
        return new DyingHttpClient(Integer.MAX_VALUE, false);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                int rest = left.decrementAndGet();
                if (rest < 0 || (rest == 0 && !afterwards)) {
                    throw new Death("died before a request was sent");
                }
                HttpExecuteResponse answer = prepared.call();
                if (rest == 0) {
                    throw new Death("died when the answer had come");
                }
                return answer;
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return "dying";
    }

    @Override
    public void close() {
        http.close();
    }
}
