package dev.amis.examples;

import dev.amis.cleanup.Cleanup;
import dev.amis.cleanup.CleanupFamilies;
import dev.amis.naming.NamingScheme;
import dev.amis.query.ImageQuery;

/**
 * Images that are versions of one thing, as somebody names them at a prompt.
 *
 * @param pattern a naming scheme if it has braces, otherwise a name in which {@code *} stands for anything
 */
record Family(String pattern) {

    static final Family WEB_APP = new Family("WebApp-v{version}-{date:yyyyMMdd}");

    ImageQuery in(ImageQuery images) {
        return isScheme() ? images.named(NamingScheme.parse(pattern)) : images.named(pattern);
    }

    Cleanup in(CleanupFamilies families) {
        return isScheme() ? families.named(NamingScheme.parse(pattern)) : families.named(pattern);
    }

    private boolean isScheme() {
        return pattern.contains("{");
    }
}
