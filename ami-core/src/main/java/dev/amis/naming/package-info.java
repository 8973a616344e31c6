/**
 * Names of images by a scheme: writing and reading them, ordering versions, finding the next one, and the tags that go
 * with it.
 *
 * <p>Everything here is a value; nothing calls AWS.
 *
 * <pre>{@code
 * NamingScheme web = NamingScheme.parse("WebApp-v{version}-{date:yyyyMMdd}");
 * SchemedName latest = web.parseName("WebApp-v1.2.0-20240101");
 * latest.version();                                        // 1.2.0
 * web.next(latest.toString()).minor().closeAt(clock);      // WebApp-v1.3.0-20261123
 * }</pre>
 */
@NullMarked
package dev.amis.naming;

import org.jspecify.annotations.NullMarked;
