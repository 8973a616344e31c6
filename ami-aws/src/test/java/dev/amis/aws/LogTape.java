package dev.amis.aws;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What is logged while the tape runs, all levels of it; otherwise only warnings, to the console. SLF4J takes it because the
 * build says so in the system property {@code slf4j.provider}.
 */
@SuppressWarnings("exports")
public final class LogTape implements SLF4JServiceProvider {

    private static final List<String> LINES = new ArrayList<>();
    private static boolean running;

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** For SLF4J. */
    public LogTape() {}

    /** Runs the tape and answers the lines that came, with their level before them. */
    static List<String> record(Runnable task) {
        synchronized (LINES) {
            LINES.clear();
            running = true;
        }
        try {
            task.run();
        } finally {
            synchronized (LINES) {
                running = false;
            }
        }
        synchronized (LINES) {
            return List.copyOf(LINES);
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return TapedLogger::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    /** The property has done its work; WireMock has a copy of SLF4J of its own, which would complain about it. */
    @Override
    public void initialize() {
        System.clearProperty("slf4j.provider");
    }

    /** Has SLF4J take the tape now. */
    static void insert() {
        LoggerFactory.getILoggerFactory();
    }

    private static final class TapedLogger extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        TapedLogger(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return isRunning();
        }

        @Override
        public boolean isDebugEnabled() {
            return isRunning();
        }

        @Override
        public boolean isInfoEnabled() {
            return isRunning();
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Logger.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            String line = level + " " + name + " "
                    + MessageFormatter.basicArrayFormat(pattern, arguments)
                    + (thrown == null ? "" : " " + thrown);
            synchronized (LINES) {
                if (running) {
                    LINES.add(line);
                    return;
                }
            }
            if (level == Level.WARN || level == Level.ERROR) {
                System.err.println(line);
            }
        }

        private static boolean isRunning() {
            synchronized (LINES) {
                return running;
            }
        }
    }
}
