package dev.amis.aws.internal;

import java.time.Duration;

/** Who is told what calls cost, in numbers. The actions are those of AWS, the Region is known beforehand. */
public interface CallMetrics {

    /** Nobody is told. */
    CallMetrics NONE = new CallMetrics() {
        @Override
        public void attempted(String action, String region, String outcome, Duration took) {}

        @Override
        public void throttled(String action, String region) {}

        @Override
        public void waited(String action, String region, Duration time) {}

        @Override
        public void retried(String action, String region) {}
    };

    /**
     * An attempt has ended.
     *
     * @param action the AWS action
     * @param region the Region
     * @param outcome {@code ok}, AWS's error code, or what the SDK calls the failure
     * @param took how long it took
     */
    void attempted(String action, String region, String outcome, Duration took);

    /**
     * AWS said that calls come too fast.
     *
     * @param action the AWS action
     * @param region the Region
     */
    void throttled(String action, String region);

    /**
     * A call waited for the request budget.
     *
     * @param action the AWS action
     * @param region the Region
     * @param time how long
     */
    void waited(String action, String region, Duration time);

    /**
     * A call is going to be made again.
     *
     * @param action the AWS action
     * @param region the Region
     */
    void retried(String action, String region);
}
