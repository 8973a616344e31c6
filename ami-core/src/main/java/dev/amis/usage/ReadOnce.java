package dev.amis.usage;

import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Region in which what several sources ask alike is asked once: versions of launch templates, groups and launch
 * configurations. It is made for one reading; whoever reads later makes another. A question that failed is asked again.
 */
final class ReadOnce {

    private record Question(String method, Object request) {}

    private ReadOnce() {}

    static RegionalProvider in(RegionalProvider region) {
        return in(region, question -> true);
    }

    /**
     * A Region for many readings, in which only that is asked once which never changes: versions by their numbers, of
     * templates by their ids. A name can come to be that of another template.
     */
    static RegionalProvider lasting(RegionalProvider region) {
        return in(
                region,
                question -> question.request() instanceof DescribeLaunchTemplateVersionsRequest versions
                        && !versions.resolveAlias()
                        && versions.launchTemplateId().isPresent()
                        && !versions.versions().isEmpty()
                        && versions.versions().stream().noneMatch(version -> version.startsWith("$")));
    }

    private static RegionalProvider in(RegionalProvider region, Predicate<Question> once) {
        Map<Question, Object> answers = new ConcurrentHashMap<>();
        return proxy(RegionalProvider.class, (method, arguments) -> {
            Object answer = invoke(method, region, arguments);
            if (answer instanceof Optional<?> port) {
                return port.map(one -> shared(one, once, answers));
            }
            return answer;
        });
    }

    private static Object shared(Object port, Predicate<Question> once, Map<Question, Object> answers) {
        if (port instanceof LaunchTemplatePort) {
            return shared(LaunchTemplatePort.class, port, once, answers);
        }
        return port instanceof AutoScalingPort ? shared(AutoScalingPort.class, port, once, answers) : port;
    }

    private static <T> T shared(Class<T> type, Object port, Predicate<Question> once, Map<Question, Object> answers) {
        return proxy(type, (method, arguments) -> {
            if (!method.getName().startsWith("describe") || arguments == null || arguments.length != 1) {
                return invoke(method, port, arguments);
            }
            Question question = new Question(method.getName(), arguments[0]);
            Object before = answers.get(question);
            if (before != null) {
                return before;
            }
            Object answer = invoke(method, port, arguments);
            if (once.test(question)) {
                answers.put(question, answer);
            }
            return answer;
        });
    }

    /** Answers a call of a method. */
    @FunctionalInterface
    private interface Answering {

        Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method, arguments)));
    }

    private static Object invoke(Method method, Object thing, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(thing, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
