package dev.amis.usage;

import dev.amis.internal.StandIn;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

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
        return StandIn.of(RegionalProvider.class, (method, arguments) -> {
            Object answer = StandIn.call(method, region, arguments);
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
        return StandIn.of(type, (method, arguments) -> {
            if (!method.getName().startsWith("describe") || arguments == null || arguments.length != 1) {
                return StandIn.call(method, port, arguments);
            }
            Question question = new Question(method.getName(), arguments[0]);
            Object before = answers.get(question);
            if (before != null) {
                return before;
            }
            Object answer = StandIn.call(method, port, arguments);
            if (once.test(question)) {
                answers.put(question, answer);
            }
            return answer;
        });
    }
}
