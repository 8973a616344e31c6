package dev.amis.aws.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A client that is made when it is first needed, and closed if it was. Thread-safe. */
final class OnDemand<C extends SdkAutoCloseable> implements AutoCloseable {

    private final Supplier<C> make;
    private @Nullable C made;

    OnDemand(Supplier<C> make) {
        this.make = make;
    }

    synchronized C get() {
        C client = made;
        if (client == null) {
            client = make.get();
            made = client;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close();
        }
    }
}
