package dev.amis.report;

import dev.amis.plan.Verdict;

/** What a chart of images by age shows. */
enum Quantity {
    IMAGES("Images", "images") {
        @Override
        long all(Tally tally) {
            return tally.images();
        }

        @Override
        long part(Tally tally, Verdict verdict) {
            return tally.images(verdict);
        }

        @Override
        String amount(long value) {
            return Words.count(value, "image");
        }
    },
    STORAGE("Storage in GiB", "storage") {
        @Override
        long all(Tally tally) {
            return tally.gib();
        }

        @Override
        long part(Tally tally, Verdict verdict) {
            return tally.gib(verdict);
        }

        @Override
        String amount(long value) {
            return Words.gib(value);
        }
    },
    COST("Upper bound of cost per month", "cost") {
        @Override
        long all(Tally tally) {
            return tally.cents();
        }

        @Override
        long part(Tally tally, Verdict verdict) {
            return tally.cents(verdict);
        }

        @Override
        String amount(long value) {
            return Words.dollars(value);
        }

        @Override
        String figure(long value) {
            return Words.dollars(value);
        }
    };

    private final String title;
    private final String id;

    Quantity(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /** What the chart is called. */
    String title() {
        return title;
    }

    /** What its ids in the page begin with. */
    String id() {
        return id;
    }

    abstract long all(Tally tally);

    abstract long part(Tally tally, Verdict verdict);

    /** With its unit. */
    abstract String amount(long value);

    /** Without it, where the title says it. */
    String figure(long value) {
        return Words.number(value);
    }
}
