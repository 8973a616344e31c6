package dev.amis.testing.junit;

import dev.amis.Amis;
import dev.amis.testing.FakeTime;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Hands an {@link InMemoryAws}, its {@link FakeTime} and an {@link Amis} on it to JUnit 5 tests that ask for them as
 * parameters. Each test has an account of its own, the same for its constructor, its {@code @BeforeEach} and itself.
 *
 * <p>When a test fails, the world and the log of its calls are printed to standard error: what was there, and who did what.
 *
 * <p>{@code @ExtendWith(AmiExtension.class)} starts from {@link InMemoryAws#create()}; registered as a field with {@code
 * @RegisterExtension}, {@link #of} starts from any other account.
 */
@SuppressWarnings("exports") // JUnit is there wherever this is used
public final class AmiExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(AmiExtension.class);

    private static final Set<Class<?>> HANDED_OUT = Set.of(InMemoryAws.class, FakeTime.class, Amis.class);

    private final Supplier<InMemoryAws> start;
    private final PrintStream diagnostics;

    /** Makes an extension that starts each test from {@link InMemoryAws#create()}. */
    public AmiExtension() {
        this(InMemoryAws::create, System.err);
    }

    AmiExtension(Supplier<InMemoryAws> start, PrintStream diagnostics) {
        this.start = start;
        this.diagnostics = diagnostics;
    }

    /**
     * Makes an extension that starts each test from another account.
     *
     * @param start makes the account, for example {@code InMemoryAws::estate}
     * @return the extension, for a field with {@code @RegisterExtension}
     */
    public static AmiExtension of(Supplier<InMemoryAws> start) {
        return new AmiExtension(start, System.err);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return HANDED_OUT.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        InMemoryAws aws = world(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Amis.class) {
            return context.getStore(NAMESPACE).getOrComputeIfAbsent(Amis.class, wanted -> Amis.using(aws), Amis.class);
        }
        return type == FakeTime.class ? aws.time() : aws;
    }

    /** Shows the world of a test that failed; nothing if it never asked for one. */
    @Override
    public void afterEach(ExtensionContext context) {
        InMemoryAws aws = context.getStore(NAMESPACE).get(InMemoryAws.class, InMemoryAws.class);
        boolean failed = context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .isPresent();
        if (aws != null && failed) {
            diagnostics.println(context.getDisplayName() + " failed in " + aws.describe());
            diagnostics.println("calls:");
            diagnostics.println(aws.calls());
        }
    }

    private InMemoryAws world(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(InMemoryAws.class, type -> start.get(), InMemoryAws.class);
    }
}
